import { execFileSync, spawn } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CliError } from '../../src/model/errors.ts';
import type { Host } from '../../src/model/host.ts';
import { readAnswersFile } from '../../src/inspect/read-answers-file.ts';
import { largestInput } from '../../src/inspect/read-patiently.ts';
import { parseAnswers } from '../../src/options/catalog/config-file.ts';

const waits = { silence: 150, inAll: 600 };
const json = '{ "lockAfter": 7 }';

interface Asked {
  readonly stdin?: Readable;
  readonly isTTY?: boolean;
  readonly file?: string;
  readonly cwd?: string;
  readonly silence?: number;
  readonly inAll?: number;
}

function read({
  stdin = new PassThrough(),
  isTTY = false,
  file = '-',
  cwd = tmpdir(),
  ...rest
}: Asked): Promise<string> {
  return readAnswersFile({ stdin: Object.assign(stdin, { isTTY }), cwd } as unknown as Host, file, {
    ...waits,
    ...rest,
  });
}

/** A stream that is never ended. */
function open(...chunks: readonly (string | Buffer)[]): PassThrough {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  return stream;
}

/** Sends a piece, over and over, in less time than a silence is. */
function trickling(piece: string): PassThrough {
  const stream = new PassThrough();
  const timer = setInterval(() => stream.write(piece), 50);
  onTestFinished(() => {
    clearInterval(timer);
  });
  return stream;
}

function codeOf(error: unknown): unknown {
  return error instanceof CliError ? error.code : error;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'answers-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('answers on stdin', () => {
  test.each([
    { case: 'at once', stdin: () => Readable.from([Buffer.from(json)]) },
    { case: 'in pieces', stdin: () => Readable.from(json.split('').map((letter) => Buffer.from(letter))) },
    { case: 'and the other end stays open', stdin: () => open(json) },
  ])('$case', async ({ stdin }) => {
    expect(await read({ stdin: stdin() })).toBe(json);
  });

  test('with a byte order mark, as some editors leave it', async () => {
    const text = await read({ stdin: Readable.from([Buffer.from(`\uFEFF${json}`)]) });
    expect(parseAnswers(text, 'stdin').values).toEqual({ lockAfter: 7 });
  });

  test.each([
    { case: 'open and silent', stdin: () => open(), code: 'ANSWER_NEEDED', says: 'No answers came on stdin for 0.15' },
    { case: 'closed', stdin: () => Readable.from([]), code: 'USAGE', says: 'empty' },
    { case: 'white space', stdin: () => Readable.from([Buffer.from(' \r\n')]), code: 'USAGE', says: 'empty' },
    { case: 'endless', stdin: () => createReadStream('/dev/zero'), code: 'USAGE', says: 'larger than 1000000 bytes' },
    { case: 'a folder', stdin: () => createReadStream(tmpdir()), code: 'USAGE', says: 'can’t be read' },
    { case: 'UTF-16', stdin: () => open(Buffer.from(`\uFEFF${json}`, 'utf16le')), code: 'USAGE', says: 'no UTF-8' },
    { case: 'bytes', stdin: () => open(Buffer.from([0x7b, 0x80, 0x7d])), code: 'USAGE', says: 'no UTF-8' },
    { case: 'a terminal', stdin: () => open(), isTTY: true, code: 'USAGE', says: 'is a terminal' },
  ])('$case: $code', async ({ code, says, stdin, isTTY = false }) => {
    await expect(read({ isTTY, stdin: stdin() })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
      hint: expect.stringContaining('create-identity-vault --answers -') as string,
    });
  });

  test('that never end are read for so long and no longer', async () => {
    expect(await read({ stdin: trickling(' ') }).catch((error: unknown) => String(error))).toContain('empty');
    expect(await read({ stdin: trickling('{') })).toMatch(/^\{+$/);
  });
});

describe('answers in a file', () => {
  test.each([{ file: 'answers.json' }, { file: './answers.json' }, { absolute: true, file: 'answers.json' }])(
    '$file',
    async ({ absolute = false, file }) => {
      const cwd = folder();
      writeFileSync(join(cwd, file), json);
      expect(await read({ file: absolute ? join(cwd, file) : file, cwd: absolute ? tmpdir() : cwd })).toBe(json);
    },
  );

  test.each([
    { case: 'not there', make: () => undefined, says: "can't be read" },
    { case: 'a folder', make: (path: string) => mkdirSync(path), says: 'is no file' },
    { case: 'empty', make: (path: string) => writeFileSync(path, ''), says: 'is empty' },
    { case: 'huge', make: (path: string) => writeFileSync(path, ' '.repeat(largestInput + 1)), says: 'larger than' },
    { case: 'UTF-16', make: (path: string) => writeFileSync(path, json, 'utf16le'), says: 'JSON|UTF-8' },
  ])('$case: USAGE', async ({ make, says }) => {
    const cwd = folder();
    make(join(cwd, 'answers'));
    const reading = read({ file: 'answers', cwd }).then((text) => parseAnswers(text, 'answers'));
    await expect(reading).rejects.toMatchObject({ code: 'USAGE', message: expect.stringMatching(says) as string });
  });

  test('/dev/null is no file', async () => {
    await expect(read({ file: '/dev/null' })).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('a named pipe without another end is not waited for', async () => {
    const pipe = join(folder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(read({ file: pipe })).rejects.toMatchObject({ code: 'ANSWER_NEEDED' });
  });

  test.each([
    { case: 'read', script: `echo '${json}'`, silence: 20_000, result: `${json}\n` },
    // Its shell has to start within the silence.
    {
      case: 'read, though its other end stays open',
      script: `echo '${json}'; exec sleep 60`,
      silence: 3000,
      result: `${json}\n`,
    },
    { case: 'not waited for when it is silent', script: 'exec sleep 60', silence: 600, result: 'ANSWER_NEEDED' },
  ])('a named pipe is $case', async ({ script, silence, result }) => {
    const pipe = join(folder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', `exec > "${pipe}"; ${script}`], { stdio: 'ignore' });
    onTestFinished(() => void writer.kill());
    expect(await read({ file: pipe, silence, inAll: 60_000 }).catch(codeOf)).toBe(result);
  });
});
