import type { Enrolment, Kind, Mode } from '../../../src/core/codec/format-ids.ts';

/** As a new vault or a re-key asks for it. Passcodes are text, iterations 100 000. */
export interface OperationSlot {
  readonly kind: Kind;
  readonly passcode?: string;
}

export interface OperationPolicy {
  readonly mode: Mode;
  readonly enrolment: Enrolment;
  readonly maxAttempts: number;
  readonly wipeAtMax: boolean;
  readonly passcodeSetupNeeded: boolean;
}

/** [key, value as text]; in a write, null removes the key. */
type Entry = readonly [key: string, value: string];
type Change = readonly [key: string, value: string | null];

/** What is asked of a vault, or happens to its device. `vectors/README.md` defines each. */
export type Operation =
  | {
      readonly op: 'create';
      readonly policy: OperationPolicy;
      readonly slots: readonly OperationSlot[];
      readonly values: readonly Entry[];
    }
  | { readonly op: 'load' }
  | { readonly op: 'unlock'; readonly kind: Kind; readonly passcode?: string }
  | {
      readonly op: 'write';
      readonly changes: readonly Change[];
      readonly maxAttempts?: number;
      readonly wipeAtMax?: boolean;
    }
  | {
      readonly op: 'rekey';
      readonly policy: OperationPolicy;
      readonly keep: readonly Kind[];
      readonly create: readonly OperationSlot[];
    }
  | { readonly op: 'erase' }
  | { readonly op: 'lock' }
  | { readonly op: 'restart' }
  | { readonly op: 'leaseBegin'; readonly id: string; readonly names: readonly string[] }
  | { readonly op: 'leaseWrite'; readonly id: string; readonly changes: readonly Change[] }
  | { readonly op: 'enrol' }
  | {
      readonly op: 'store';
      readonly anchor: string;
      readonly envelope: string;
      readonly keys: readonly string[];
    }
  | { readonly op: 'loseKeys' }
  | { readonly op: 'loseAnchorWrites'; readonly count: number };

/** An operation at a moment of the device's clock, in ms. */
export type OperationStep = Operation & {
  readonly now: number;
  /** Meanwhile no key can be destroyed. */
  readonly keysStick?: true;
};

/** A change of what the device holds, or an answer of one of its keys. Bytes are hexadecimal. */
export type Effect =
  | { readonly effect: 'anchor' | 'envelope'; readonly hex: string }
  | { readonly effect: 'both'; readonly anchor: string; readonly envelope: string }
  | { readonly effect: 'keepFormer' | 'restoreFormer' | 'removeFormer' | 'removeEnvelope' | 'removeAnchor' }
  | { readonly effect: 'createKey' | 'destroyKey' | 'destroyKemKey'; readonly name: string }
  | { readonly effect: 'createKemKey'; readonly name: string; readonly survivesEnrolment: boolean }
  | { readonly effect: 'encapsulate'; readonly name: string }
  | { readonly effect: 'decapsulate'; readonly name: string; readonly enc: string }
  | { readonly effect: 'evaluate'; readonly name: string; readonly input: string };

/** What a step comes to. */
export type StepResult =
  | { readonly error: string }
  | { readonly values: readonly Entry[] }
  | { readonly generation: number; readonly attempts: number; readonly dead: readonly string[] }
  | Readonly<Record<string, never>>;

export type PlayedStep = OperationStep & { readonly effects: readonly Effect[]; readonly expect: StepResult };

/** A story of one vault; it is also told with a process that is killed on the way. */
export interface OperationCase {
  readonly id: string;
  readonly why: string;
  /** Anchor and envelope in two stores, or in one transaction. */
  readonly storage: 'separate' | 'joint';
  readonly kem: 'rsa' | 'ecies' | 'aes' | 'prf';
  readonly steps: readonly OperationStep[];
  /** Which step is interrupted, after each of its effects but the last, and how the story goes on then. */
  readonly killed?: { readonly step: number; readonly then: readonly OperationStep[] };
}
