import { isEqual, type Bytes } from '../../src/core/codec/bytes.ts';
import type { AnchorStore, BlobStore, JointStore, Records } from '../../src/core/ports/ports.ts';

/** What a device has stored, in the open. */
export interface Disk {
  readonly anchors: Map<string, Bytes>;
  readonly blobs: Map<string, Bytes>;
  /** What the blobs took the place of. */
  readonly formers: Map<string, Bytes>;
  /** What somebody who has the turn claimed. */
  readonly claims: Set<string>;
}

export function emptyDisk(): Disk {
  return { anchors: new Map(), blobs: new Map(), formers: new Map(), claims: new Set() };
}

export function copyDisk(disk: Disk): Disk {
  const { anchors, blobs, formers, claims } = disk;
  return { anchors: new Map(anchors), blobs: new Map(blobs), formers: new Map(formers), claims: new Set(claims) };
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
  const holds = (name: string, expected: Records) =>
    isStored(name, expected.anchor) && isSame(disk.blobs.get(name), expected.envelope);
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
      holds: (name, expected) => Promise.resolve(holds(name, expected)),
      commit: (name, { expected, anchor, envelope }) =>
        write(() => {
          if (!isStored(name, expected)) return false;
          disk.claims.delete(name);
          return put(disk.anchors, name, anchor) && put(disk.blobs, name, envelope);
        }),
      replace: (name, expected, { anchor, envelope }) =>
        write(() => {
          if (!holds(name, expected) || disk.claims.has(name)) return false;
          return put(disk.anchors, name, anchor) && put(disk.blobs, name, envelope);
        }),
      claim: async (name) => {
        await write(() => disk.anchors.has(name) && Boolean(disk.claims.add(name)));
      },
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
