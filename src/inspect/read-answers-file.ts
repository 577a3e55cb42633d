import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { CliError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { largestInput, patience, readPatiently, type Patience } from './read-patiently.ts';

const example = 'create-identity-vault --answers - < answers.json';

/**
 * The text of `--answers FILE`, or of stdin for `-`. Never waits for something that doesn't come.
 * @throws CliError `USAGE` where there is no text, `ANSWER_NEEDED` where nobody sends one
 */
export async function readAnswersFile(host: Host, file: string, waits: Patience = patience): Promise<string> {
  const bytes = file === '-' ? await readStdin(host, waits) : await readNamed(resolve(host.cwd, file), file, waits);
  const name = file === '-' ? 'The answers on stdin' : `The answers file ${file}`;
  if (bytes === undefined) throw silent(file, waits);
  if (bytes.every(isSpace)) throw unusable(`${name} ${file === '-' ? 'are' : 'is'} empty.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw unusable(`${name} ${file === '-' ? 'are' : 'is'} no UTF-8 text.`, cause);
  }
}

async function readStdin({ stdin }: Host, waits: Patience): Promise<Buffer | undefined> {
  if (stdin.isTTY) {
    throw new CliError('USAGE', '--answers - reads from stdin, which is a terminal here.', {
      hint: `Pipe the answers in: ${example}`,
    });
  }
  try {
    return await readPatiently(stdin, waits);
  } catch (error) {
    throw error instanceof CliError ? error : unusable('Stdin can’t be read.', error);
  }
}

/** A named pipe, as a shell’s `<(…)` is one, may be as silent as stdin. It is opened without waiting for its other end. */
async function readNamed(path: string, file: string, waits: Patience): Promise<Buffer | undefined> {
  try {
    const opened = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const facts = fstatSync(opened);
    if (facts.isFIFO()) return await readPatiently(new Socket({ fd: opened, readable: true, writable: false }), waits);
    try {
      if (!facts.isFile()) throw unusable(`--answers: ${file} is no file.`);
      if (facts.size > largestInput)
        throw unusable(`The answers file ${file} is larger than ${String(largestInput)} bytes.`);
      return readFileSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (cause) {
    throw cause instanceof CliError ? cause : unusable(`The answers file ${file} can't be read.`, cause);
  }
}

const isSpace = (byte: number): boolean => [0x20, 0x09, 0x0a, 0x0d].includes(byte);

function unusable(message: string, cause?: unknown): CliError {
  return new CliError('USAGE', message, { cause, hint: `--answers takes a JSON object in UTF-8: ${example}` });
}

function silent(file: string, { silence }: Patience): CliError {
  const where = file === '-' ? 'on stdin' : `from ${file}`;
  return new CliError('ANSWER_NEEDED', `No answers came ${where} for ${String(silence / 1000)} seconds.`, {
    hint: `--answers stopped waiting. Send a JSON object: ${example}`,
  });
}
