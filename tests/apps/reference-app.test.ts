import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../e2e/app.ts';
import { referenceApp, referenceAppWithProvider } from '../e2e/app.ts';
import { runScript } from '../e2e/run-in-app.ts';

const apps = [
  { args: '', prepare: referenceApp, spec: /home\.page\.spec\.ts/ },
  { args: ' -- --auth oidc', prepare: referenceAppWithProvider, spec: /claims\.spec\.ts/ },
];

describe.each(apps)('the reference app, which npm run demo$args makes', ({ prepare, spec }) => {
  let app: App;
  beforeAll(async () => {
    app = await prepare();
  });

  it('passes its own lint', async () => {
    expect(await runScript(app, 'lint', ['--max-warnings=0'])).toContain('All files pass linting');
  });

  it('passes its own tests', async () => {
    expect(await runScript(app, 'test', ['--watch=false'])).toMatch(spec);
  });
});
