import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../e2e/app.ts';
import { referenceApp } from '../e2e/app.ts';
import { runScript } from '../e2e/run-in-app.ts';

describe('the reference app, which npm run demo makes', () => {
  let app: App;
  beforeAll(async () => {
    app = await referenceApp();
  });

  it('passes its own lint', async () => {
    expect(await runScript(app, 'lint', ['--max-warnings=0'])).toContain('All files pass linting');
  });

  it('passes its own tests', async () => {
    expect(await runScript(app, 'test', ['--watch=false'])).toMatch(/home\.page\.spec\.ts/);
  });
});
