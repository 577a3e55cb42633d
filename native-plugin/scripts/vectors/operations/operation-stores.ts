import { hex, isEqual, type Bytes } from '../../../src/core/codec/bytes.ts';
import type { AnchorStore, BlobStore, CorePorts, JointStore, Records } from '../../../src/core/ports/ports.ts';
import type { OperationDevice } from './operation-device.ts';
import type { Recorder } from './operation-recorder.ts';

/** Anchor and envelope of the one vault there is: names don't matter. */
export function storesOf(device: OperationDevice, recorder: Recorder): Pick<CorePorts, 'anchors' | 'blobs' | 'joint'> {
  const places = { device, recorder };
  return {
    anchors: anchorsOf(places),
    blobs: blobsOf(places),
    ...(device.of.storage === 'joint' && { joint: jointOf(places) }),
  };
}

interface Places {
  readonly device: OperationDevice;
  readonly recorder: Recorder;
}

function anchorsOf({ device, recorder: { assertAlive, record } }: Places): AnchorStore {
  return {
    read: () => alive(assertAlive, () => device.anchor),
    replace: async (_name, expected, next) => {
      assertAlive();
      if (!isStored(device, expected) || !next) return false;
      await record({ effect: 'anchor', hex: hex(next) }, () => setAnchor(device, next));
      return true;
    },
    remove: async () => {
      if (device.anchor) await record({ effect: 'removeAnchor' }, () => setAnchor(device, undefined));
    },
  };
}

function blobsOf({ device, recorder: { assertAlive, record } }: Places): BlobStore {
  return {
    read: () => alive(assertAlive, () => device.envelope),
    write: (_name, bytes) => record({ effect: 'envelope', hex: hex(bytes) }, () => (device.envelope = bytes)),
    remove: async () => {
      if (device.former) await record({ effect: 'removeFormer' }, () => (device.former = undefined));
      if (device.envelope) await record({ effect: 'removeEnvelope' }, () => (device.envelope = undefined));
    },
    ...(device.of.storage === 'separate' && {
      former: {
        read: () => alive(assertAlive, () => device.former),
        keep: () => record({ effect: 'keepFormer' }, () => (device.former = device.envelope)),
        restore: () => record({ effect: 'restoreFormer' }, () => (device.envelope = device.former)),
      },
    }),
  };
}

function jointOf({ device, recorder: { assertAlive, record } }: Places): JointStore {
  const both = (anchor: Bytes, envelope: Bytes) =>
    record({ effect: 'both', anchor: hex(anchor), envelope: hex(envelope) }, () => {
      setAnchor(device, anchor);
      device.envelope = envelope;
    });
  const holds = (expected: Records) => isStored(device, expected.anchor) && isSame(device.envelope, expected.envelope);
  return {
    read: () => alive(assertAlive, () => ({ anchor: device.anchor, envelope: device.envelope })),
    holds: (_name, expected) => alive(assertAlive, () => holds(expected)),
    commit: async (_name, { expected, anchor, envelope }) => {
      assertAlive();
      if (!isStored(device, expected)) return false;
      await both(anchor, envelope);
      return true;
    },
    replace: async (_name, expected, { anchor, envelope }) => {
      assertAlive();
      if (!holds(expected)) return false;
      await both(anchor, envelope);
      return true;
    },
    claim: () => alive(assertAlive, () => undefined),
  };
}

function setAnchor(device: OperationDevice, bytes: Bytes | undefined): void {
  device.formerAnchors.push(device.anchor);
  device.anchor = bytes;
}

function isStored({ anchor }: OperationDevice, expected: Bytes | undefined): boolean {
  return isSame(anchor, expected);
}

function isSame(stored: Bytes | undefined, expected: Bytes | undefined): boolean {
  return stored && expected ? isEqual(stored, expected) : stored === expected;
}

function alive<Value>(assertAlive: () => void, value: () => Value): Promise<Value> {
  assertAlive();
  return Promise.resolve(value());
}
