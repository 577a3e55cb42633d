import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where a secret was found, and in which form. */
export interface Finding {
  readonly file: string;
  readonly form: string;
}

/** Looks into every file below a folder for a secret, in the forms a browser is likely to store it in. */
export function findSecret(folder: string, secret: string): Finding[] {
  const needles = Object.entries(formsOf(secret));
  return filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    return needles
      .filter(([, needle]) => bytes.includes(needle))
      .map(([form]) => ({ file: file.slice(folder.length + 1), form }));
  });
}

/**
 * A long secret is also looked for by its end: a store that splits or compresses values rarely keeps the whole in one
 * piece, and 24 characters of a signature are no coincidence.
 */
function formsOf(secret: string): Record<string, Buffer> {
  const bytes = Buffer.from(secret, 'utf8');
  const forms: Record<string, Buffer> = {
    'utf-8': bytes,
    'utf-16le': Buffer.from(secret, 'utf16le'),
    'utf-16be': Buffer.from(secret, 'utf16le').swap16(),
    hex: Buffer.from(bytes.toString('hex')),
  };
  for (const shift of [0, 1, 2]) forms[`base64, shifted by ${shift}`] = Buffer.from(insideBase64(bytes, shift));
  if (encodeURIComponent(secret) !== secret) forms['percent-encoded'] = Buffer.from(encodeURIComponent(secret));
  if (secret.length > 48) forms['its last 24 characters'] = Buffer.from(secret.slice(-24));
  return forms;
}

/** The base64 text that stands for these bytes wherever they begin in a longer value: its edges depend on the neighbours. */
function insideBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return text.slice(shift === 0 ? 0 : shift + 1, whole);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
