import { isEqual, type Bytes } from '../../src/core/codec/bytes.ts';
import type { AnchorStore, BlobStore, JointStore } from '../../src/core/ports/ports.ts';

/** What a device has stored, in the open. */
export interface Disk {
  readonly anchors: Map<string, Bytes>;
  readonly blobs: Map<string, Bytes>;
  /** What the blobs took the place of. */
  readonly formers: Map<string, Bytes>;
}

export function emptyDisk(): Disk {
  return { anchors: new Map(), blobs: new Map(), formers: new Map() };
}

export function copyDisk(disk: Disk): Disk {
  return { anchors: new Map(disk.anchors), blobs: new Map(disk.blobs), formers: new Map(disk.formers) };
}

/** Called before (`false`) and after (`true`) every write takes effect; throws to crash there. */
export type Interruption = (isDone: boolean) => void;

export interface FixedStores {
  readonly anchors: AnchorStore;
  readonly blobs: BlobStore;
  readonly joint: JointStore;
}

export function fixedStores(disk: Disk, interrupt: Interruption = () => undefined): FixedStores {
  /** @returns whether `task` wrote */
  const write: Write = async (task) => {
    await Promise.resolve();
    interrupt(false);
    const isWritten = task();
    if (isWritten) interrupt(true);
    return isWritten;
  };
  const isStored = (name: string, expected: Bytes | undefined) => isSame(disk.anchors.get(name), expected);
  return {
    anchors: {
      read: (name) => Promise.resolve(disk.anchors.get(name)),
      replace: (name, expected, next) => write(() => isStored(name, expected) && put(disk.anchors, name, next)),
      remove: async (name) => {
        await write(() => put(disk.anchors, name, undefined));
      },
    },
    blobs: blobsOf(disk, write),
    joint: {
      read: (name) => Promise.resolve({ anchor: disk.anchors.get(name), envelope: disk.blobs.get(name) }),
      commit: (name, { expected, anchor, envelope }) =>
        write(() => isStored(name, expected) && put(disk.anchors, name, anchor) && put(disk.blobs, name, envelope)),
    },
  };
}

type Write = (task: () => boolean) => Promise<boolean>;

function blobsOf({ blobs, formers }: Disk, write: Write): BlobStore {
  return {
    read: (name) => Promise.resolve(blobs.get(name)),
    write: async (name, bytes) => {
      await write(() => put(blobs, name, bytes));
    },
    remove: async (name) => {
      await write(() => put(formers, name, undefined));
      await write(() => put(blobs, name, undefined));
    },
    former: {
      read: (name) => Promise.resolve(formers.get(name)),
      keep: async (name) => {
        await write(() => put(formers, name, blobs.get(name)));
      },
      restore: async (name) => {
        await write(() => put(blobs, name, formers.get(name)));
      },
    },
  };
}

function put<Value>(map: Map<string, Value>, name: string, value: Value | undefined): boolean {
  if (value === undefined) map.delete(name);
  else map.set(name, value);
  return true;
}

function isSame(a: Bytes | undefined, b: Bytes | undefined): boolean {
  return a && b ? isEqual(a, b) : a === b;
}
