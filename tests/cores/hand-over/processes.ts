import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { swiftHost, typescriptHost, type Host } from '../../../scripts/native/hand-over/hosts.mjs';
import { killedProcess } from '../../../scripts/native/hand-over/killed-process.mjs';
import { javaPrograms } from '../../../scripts/native/java-exchange.mjs';
import type { Whole } from './whole-story.ts';

/** A story that processes tell, and where they have got to. */
export interface Case {
  readonly name: string;
  readonly whole: Whole;
  /** The file of the device. */
  readonly device: string;
}

const folder = mkdtempSync(join(tmpdir(), 'identity-vault-hand-over-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const typescript = await typescriptHost(folder);
const swift = await swiftHost();
const java = await javaPrograms(folder);

let files = 0;

/** Of the tests, for as long as they run. */
export function newFile(): string {
  return join(folder, `${String((files += 1))}.json`);
}

/** The first part, by TypeScript. */
export function beginInTypeScript(told: Case): Promise<void> {
  return isKilled(typescript, 0, told);
}

/** The second part of each, by Swift: two at a time. */
export async function goOnInSwift(cases: readonly Case[]): Promise<void> {
  const left = [...cases];
  const worker = async () => {
    for (let told = left.shift(); told !== undefined; told = left.shift()) await isKilled(swift, 1, told);
  };
  await Promise.all([worker(), worker()]);
}

/** The last part of each, by Java, in one process. */
export async function endInJava(cases: readonly Case[]): Promise<void> {
  await java.takeOver(cases.flatMap(({ whole, device }) => [partFile(whole, 2), device]));
  for (const told of cases) assertLeft(told, 2);
}

/** Plays a part in a process that is killed. */
async function isKilled(host: Host, index: 0 | 1, told: Case): Promise<void> {
  await killedProcess(host(partFile(told.whole, index), told.device)).catch((error: unknown) => {
    throw new Error(`${told.name}: ${String(error)}`);
  });
  assertLeft(told, index);
}

function partFile({ parts }: Whole, index: 0 | 1 | 2): string {
  const file = newFile();
  writeFileSync(file, JSON.stringify(parts[index]));
  return file;
}

/** The same bytes are there as if one language had done it all. */
function assertLeft({ name, whole, device }: Case, index: 0 | 1 | 2): void {
  const left: unknown = JSON.parse(readFileSync(device, 'utf8'));
  expect([name, left]).toEqual([name, JSON.parse(whole.devices[index] ?? '')]);
}
