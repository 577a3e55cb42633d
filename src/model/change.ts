import type { Command } from './plan.ts';
import type { AppPath } from './tree.ts';

/** What one file needs. A `conflict` is reported and never written. */
export type Change =
  | { readonly kind: 'create'; readonly path: AppPath; readonly after: string | Uint8Array }
  | {
      readonly kind: 'update';
      readonly path: AppPath;
      readonly before: string | Uint8Array;
      readonly after: string | Uint8Array;
    }
  | { readonly kind: 'merge'; readonly path: AppPath; readonly before: string; readonly after: string }
  | { readonly kind: 'delete'; readonly path: AppPath; readonly before: string | Uint8Array }
  | { readonly kind: 'conflict'; readonly path: AppPath; readonly before: string; readonly after: string };

export interface Applied {
  readonly changes: readonly Change[];
  readonly commands: readonly CommandResult[];
}

export interface CommandResult {
  readonly command: Command;
  readonly ok: boolean;
  readonly detail?: string;
}
