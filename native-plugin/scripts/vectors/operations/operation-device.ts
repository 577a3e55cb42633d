import type { Bytes } from '../../../src/core/codec/bytes.ts';
import type { OperationCase } from './operation-step.ts';

/** A KEM key: what was encrypted to it, and whether it is still there. */
export interface KemKey {
  count: number;
  isLive: boolean;
  readonly survivesEnrolment: boolean;
  readonly secrets: Map<string, Bytes>;
}

/** What outlives a process. */
export interface OperationDevice {
  readonly of: Pick<OperationCase, 'storage' | 'kem'>;
  readonly keys: Map<string, Bytes>;
  readonly kemKeys: Map<string, KemKey>;
  anchor: Bytes | undefined;
  envelope: Bytes | undefined;
  former: Bytes | undefined;
  /** Anchors that were stored before, the latest last. */
  readonly formerAnchors: (Bytes | undefined)[];
}

export function newDevice(of: OperationDevice['of']): OperationDevice {
  const none = { anchor: undefined, envelope: undefined, former: undefined };
  return { of, keys: new Map(), kemKeys: new Map(), ...none, formerAnchors: [] };
}
