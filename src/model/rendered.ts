import type { FileEdit, ManualStep } from './edit.ts';
import type { FollowUp } from './follow-up.ts';
import type { Splice } from './splice.ts';
import type { AppPath } from './tree.ts';

/** A generated file: this tool's alone, until a person edits it. */
export interface RenderedToolFile {
  readonly owner: 'tool';
  readonly path: AppPath;
  readonly text: string;
}

/** One of the app's own files, with what this run wants in it. */
export interface RenderedAppFile {
  readonly owner: 'app';
  readonly path: AppPath;
  readonly text: string;
  /** The file as it is. */
  readonly disk: string;
  /** The file without what earlier runs inserted, as far as that was found. */
  readonly pristine: string;
  /** From `disk` to `text`. */
  readonly sinceDisk: readonly Splice[];
  /** From `pristine` to `text`: what the next run takes out again. */
  readonly splices: readonly Splice[];
  /** Digest of the edits that were asked of this file. */
  readonly edits: string;
}

export interface RenderedArchive {
  readonly owner: 'archive';
  readonly path: AppPath;
  readonly bytes: Uint8Array;
}

/** A file of the set-up itself: replaced without a merge. */
export interface RenderedSetUpFile extends Pick<FileEdit, 'path' | 'text' | 'style'> {
  readonly owner: 'setup';
}

/** A file as a run wants it: canonical text (LF, no BOM), never formatted. */
export type RenderedFile = RenderedToolFile | RenderedAppFile | RenderedArchive | RenderedSetUpFile;

export interface Rendered {
  readonly files: readonly RenderedFile[];
  /** The edits that only a person can make. */
  readonly manual: readonly ManualStep[];
  /** What a person has still to change, once the rest is written. */
  readonly followUps: readonly FollowUp[];
  /** Files in which a person has made such a change, with their digests. */
  readonly made: Readonly<Record<AppPath, string>>;
}
