import type { Splice } from '../model/splice.ts';

const bom = '\uFEFF';

/** How a file's bytes differ from canonical text: put back when the file is written. */
export interface Encoding {
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n';
}

/** The file's line ending; a mixed file keeps the one most of its lines have. */
export function encodingOf(text: string): Encoding {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  return { bom: text.startsWith(bom), eol: crlf > lf ? '\r\n' : '\n' };
}

/** Canonical text: LF, no BOM. */
export function canonical(text: string): string {
  const body = text.startsWith(bom) ? text.slice(1) : text;
  return body.replaceAll('\r\n', '\n');
}

/** Canonical text in a file's own encoding. */
export function encode(text: string, encoding: Encoding): string {
  const body = encoding.eol === '\r\n' ? text.replaceAll('\n', '\r\n') : text;
  return encoding.bom ? bom + body : body;
}

/** Digest of canonical text: a checkout with other line endings is not an edit. */
export function digest(text: string): string {
  return digestBytes(canonical(text));
}

export function digestBytes(content: string | Uint8Array): string {
  // Loaded here: a question about flags would pay for it at each start.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return `sha256-${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * Carries changes made on canonical text over to the file's own bytes, so that every line they don't touch keeps its
 * line ending, also in a file that mixes them.
 */
export function encodeLike(source: string, splices: readonly Splice[]): string {
  const { eol } = encodingOf(source);
  const offsets = rawOffsets(source);
  let grown = 0;
  let from = 0;
  let result = '';
  for (const { at, insert, remove } of splices) {
    const start = offsets[at - grown] ?? source.length;
    const end = offsets[at - grown + remove.length] ?? source.length;
    result += source.slice(from, start) + insert.replaceAll('\n', eol);
    from = end;
    grown += insert.length - remove.length;
  }
  return result + source.slice(from);
}

/** For every canonical offset, the offset in the file where that character starts. */
function rawOffsets(source: string): number[] {
  const offsets: number[] = [];
  let raw = source.startsWith(bom) ? 1 : 0;
  while (raw <= source.length) {
    offsets.push(raw);
    raw += source.startsWith('\r\n', raw) ? 2 : 1;
  }
  return offsets;
}

/** Text that gives the same bytes again; `undefined` where there is none. */
export function exactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
