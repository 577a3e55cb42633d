import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CliError } from '../errors.ts';
import type { Host } from '../host.ts';

/** The text of `--answers FILE`, or of stdin for `-`. */
export async function readAnswersFile(host: Host, file: string): Promise<string> {
  if (file === '-') {
    if (!host.stdin.isTTY) return text(host.stdin);
    throw new CliError('USAGE', '--answers - reads from stdin, which is a terminal here.', {
      hint: 'Pipe the answers in: create-identity-vault --answers - < answers.json',
    });
  }
  try {
    return readFileSync(join(host.cwd, file), 'utf8');
  } catch (cause) {
    throw new CliError('USAGE', `The answers file ${file} can't be read.`, {
      cause,
      hint: 'Check the value of --answers.',
    });
  }
}
