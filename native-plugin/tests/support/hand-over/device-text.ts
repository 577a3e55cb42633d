import { newDevice, type KemKey, type OperationDevice } from '../../../scripts/vectors/operations/operation-device.ts';
import { unhex } from '../../../scripts/vectors/envelope-edit.ts';
import { hex, type Bytes } from '../../../src/core/codec/bytes.ts';

/** What outlives a process, as each language writes it down: bytes are hexadecimal, what is not there is left out. */
interface Written {
  readonly anchor?: string;
  readonly envelope?: string;
  readonly former?: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly kemKeys: Readonly<Record<string, WrittenKemKey>>;
}

interface WrittenKemKey {
  readonly survivesEnrolment: boolean;
  /** By `enc`. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The device as it is now. Its earlier anchors are left out: no story that is handed over loses one. */
export function deviceText({ anchor, envelope, former, keys, kemKeys }: OperationDevice): string {
  const written: Written = {
    ...(anchor && { anchor: hex(anchor) }),
    ...(envelope && { envelope: hex(envelope) }),
    ...(former && { former: hex(former) }),
    keys: hexOf(keys),
    kemKeys: Object.fromEntries(
      Array.from(kemKeys, ([name, { survivesEnrolment, secrets }]) => [
        name,
        { survivesEnrolment, secrets: hexOf(secrets) },
      ]),
    ),
  };
  return JSON.stringify(written);
}

/** The device that {@link deviceText} wrote down. */
export function deviceFrom(of: OperationDevice['of'], text: string): OperationDevice {
  const { anchor, envelope, former, keys, kemKeys } = JSON.parse(text) as Written;
  const device = newDevice(of);
  device.anchor = anchor === undefined ? undefined : unhex(anchor);
  device.envelope = envelope === undefined ? undefined : unhex(envelope);
  device.former = former === undefined ? undefined : unhex(former);
  for (const [name, key] of bytesOf(keys)) device.keys.set(name, key);
  for (const [name, { survivesEnrolment, secrets }] of Object.entries(kemKeys)) {
    const known = bytesOf(secrets);
    const key: KemKey = { survivesEnrolment, isLive: true, count: known.size, secrets: known };
    device.kemKeys.set(name, key);
  }
  return device;
}

function hexOf(map: ReadonlyMap<string, Bytes>): Record<string, string> {
  return Object.fromEntries(Array.from(map, ([name, bytes]) => [name, hex(bytes)]));
}

function bytesOf(record: Readonly<Record<string, string>>): Map<string, Bytes> {
  return new Map(Object.entries(record).map(([name, text]) => [name, unhex(text)]));
}
