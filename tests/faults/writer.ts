import { readFileSync } from 'node:fs';
import { recover } from '../../src/apply/recover.ts';
import { writeFiles } from '../../src/apply/write-files.ts';
import type { Change } from '../../src/model/change.ts';

/** A process that writes the changes of a JSON file, or recovers; bytes are in base64. */
const [, , root = '', work = ''] = process.argv;
const place = { root, home: '' };

const revive = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('base64:') ? Buffer.from(value.slice(7), 'base64') : value;

try {
  if (work === 'recover') recover(place);
  else writeFiles(place, JSON.parse(readFileSync(work, 'utf8'), revive) as Change[]).settle('run', []);
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
}
