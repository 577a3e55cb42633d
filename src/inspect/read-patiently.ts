import { addAbortSignal, type Readable } from 'node:stream';
import { CliError } from '../model/errors.ts';

/** How long a stream is waited for, in milliseconds. */
export interface Patience {
  /** For the next byte: more than a program needs to start, less than anybody looks at a run that hangs. */
  readonly silence: number;
  readonly inAll: number;
}

export const patience: Patience = { silence: 10_000, inAll: 60_000 };

/** Bytes; every option together has a few thousand. */
export const largestInput = 1_000_000;

/**
 * What a stream gives until it ends, or until nothing more comes: who holds the other end open may never close it.
 * @returns nothing where it stayed open and silent
 * @throws CliError `USAGE` for more than anybody means
 */
export async function readPatiently(stream: Readable, { silence, inAll }: Patience): Promise<Buffer | undefined> {
  const silent = new AbortController();
  const timer = setTimeout(() => {
    silent.abort();
  }, silence);
  addAbortSignal(AbortSignal.any([silent.signal, AbortSignal.timeout(inAll)]), stream);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      timer.refresh();
      chunks.push(chunk);
      size += chunk.length;
      if (size > largestInput) throw tooLarge();
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    return chunks.length === 0 ? undefined : Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(): CliError {
  return new CliError('USAGE', `The answers are larger than ${String(largestInput)} bytes.`, {
    hint: 'create-identity-vault --answers - takes a JSON object of options, as identity-vault.config.json is one.',
  });
}
