import { expect } from 'vitest';
import { digest } from '../../src/text/text.ts';
import type { App } from './app.ts';

/** As if an older version had rendered the file: its text in the base, on the disk and in the state. */
export function rendersAnew(app: App, path: string, [then, now]: readonly [string, string]): void {
  const base = `.identity-vault/base/${path}.base`;
  for (const file of [base, path]) {
    expect(app.read(file)).toContain(now);
    app.write(file, app.read(file).replace(now, then));
  }
  const state = JSON.parse(app.read('.identity-vault/state.json')) as {
    toolVersion: string;
    files: Record<string, { canonical: string; written: string }>;
  };
  state.toolVersion = '0.0.9';
  state.files[path] = { ...state.files[path]!, canonical: digest(app.read(base)), written: digest(app.read(path)) };
  app.write('.identity-vault/state.json', `${JSON.stringify(state, null, 2)}\n`);
}
