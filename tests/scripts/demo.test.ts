import { execa } from 'execa';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/sample-app.mjs';
import { tour } from '../../scripts/lib/tour.mjs';

describe('npm run demo', () => {
  it.each([
    { args: ['--auth', 'saml'], problem: '--auth is generic or oidc, not saml.' },
    { args: ['--auth', 'constructor'], problem: '--auth is generic or oidc, not constructor.' },
    { args: ['--nonsense'], problem: "Unknown option '--nonsense'" },
  ])('refuses $args before it does anything', async ({ args, problem }) => {
    const { exitCode, stdout, stderr } = await execa('node', [join(root, 'scripts/demo.mjs'), ...args], {
      reject: false,
    });

    expect(exitCode).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain(problem);
    expect(stderr).toContain('Usage: npm run demo -- [--auth generic|oidc] [--no-serve]');
  });

  const demo = {
    appOrigin: 'http://localhost:1',
    backendPort: 2,
    strangerPort: 3,
    account: { username: 'ada', password: 'abcd-efgh' },
  };

  it('tells where the provider is, and what to try there, in the demo that has one', () => {
    const issuer = 'http://localhost:4';
    const [without, withProvider] = [tour({ ...demo, issuer: undefined }), tour({ ...demo, issuer })];

    expect(without).not.toMatch(/provider/i);
    expect(withProvider).toContain(`The provider   ${issuer}`);
    expect(withProvider).toContain(' 4. Press "Refresh now".');
    for (const text of [without, withProvider]) {
      expect(text).toContain('abcd-efgh');
      expect(text).toContain('Press "Lock now", unlock, and reload the page.');
    }
  });
});
