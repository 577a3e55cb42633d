export type Eol = '\n' | '\r\n';

/** What {@link canonical} drops from a text, so that {@link restore} can put it back. */
export interface TextForm {
  /** The line ending most lines have; `\n` when none has any. */
  readonly eol: Eol;
  readonly bom: boolean;
}

const BOM = '\uFEFF';

export function formOf(text: string): TextForm {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  return { eol: crlf > lf ? '\r\n' : '\n', bom: text.startsWith(BOM) };
}

/** The text with LF and without BOM: what digests, splices and merges are made of. */
export function canonical(text: string): string {
  return withoutBom(text).replaceAll('\r\n', '\n');
}

/** A canonical text in the form of the file it goes to. */
export function restore(text: string, form: TextForm): string {
  const lines = form.eol === '\n' ? text : text.replaceAll('\n', '\r\n');
  return form.bom ? BOM + lines : lines;
}

export function withoutBom(text: string): string {
  return text.startsWith(BOM) ? text.slice(1) : text;
}
