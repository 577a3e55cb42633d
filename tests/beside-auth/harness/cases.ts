import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthApp } from '../auth-app.ts';

/** A folder of `cases/`: its app, and what it is about. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly app: AuthApp;
}

const folder = join(import.meta.dirname, '../cases');

/** Every case, or those that `CASE` names, as `CASE=guest-guard,enum-paths`. */
export async function readCases(only = process.env['CASE']): Promise<readonly Case[]> {
  const names = readdirSync(folder).filter((name) => only === undefined || only.split(',').includes(name));
  return Promise.all(names.sort().map(readCase));
}

async function readCase(name: string): Promise<Case> {
  const { app } = (await import(`../cases/${name}/case.ts`)) as { app: AuthApp };
  return { name, folder: join(folder, name), app };
}
