import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../e2e/app.ts';
import { renewingApp } from '../e2e/app.ts';
import { runScript } from '../e2e/run-in-app.ts';

describe('an app whose tokens are renewed', () => {
  let app: App;
  beforeAll(async () => {
    app = await renewingApp();
  });

  it('passes its own tests, the generated ones included', async () => {
    const printed = await runScript(app, 'test', ['--watch=false']);

    expect(printed).toMatch(/identity\.tokens\.spec\.ts/);
    expect(printed).toMatch(/refresh\.client\.spec\.ts/);
  });
});
