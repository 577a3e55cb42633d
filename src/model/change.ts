import type { ManualStep } from './edit.ts';
import type { Command } from './plan.ts';
import type { Splice } from './splice.ts';
import type { AppPath } from './tree.ts';

/** A file as a run wants it. `tool` files are ours alone; `app` files belong to the user. */
export type RenderedFile =
  | { readonly owner: 'tool'; readonly path: AppPath; readonly text: string }
  | {
      readonly owner: 'app';
      readonly path: AppPath;
      /** In the file's own encoding: BOM and line endings as they were. */
      readonly text: string;
      readonly splices: readonly Splice[];
      /** Digest of the edits that were asked of this file. */
      readonly edits: string;
    }
  | { readonly owner: 'archive'; readonly path: AppPath; readonly bytes: Uint8Array }
  /** Configuration and bookkeeping: replaced without a merge. */
  | { readonly owner: 'setup'; readonly path: AppPath; readonly text: string };

export interface Rendered {
  readonly files: readonly RenderedFile[];
  readonly manual: readonly ManualStep[];
}

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
