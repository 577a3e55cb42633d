import { expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Options } from '../../src/options/options.ts';
import { closing } from '../../src/report/closing.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';
import { fakeOptions } from '../support/stages.ts';

type Closing = Parameters<typeof closing>[0];

interface Row extends Partial<Omit<Closing, 'project' | 'options'>> {
  readonly facts?: Facts;
  readonly options?: Partial<Options>;
}

function said({ facts, options, ...rest }: Row): string {
  const project = fakeProject(facts);
  const all = fakeOptions({ apiOrigins: ['https://api.example.com'], ...options }, project);
  return closing({ project, options: all, changes: [], left: 0, later: [], width: 76, ...rest });
}

const created = (path: string): Change => ({ kind: 'create', path, after: '' });
const usual = `
Done: 0 files changed in app.

Try it
  - Start the app, and open /login in it.
  - Sign in. The page posts { "username": "…", "password": "…" } to /login, and the server has to answer { "token": … }.
  - Leave the app for 5 seconds: it locks. /unlock opens it again.

Next
  - Look through the change (git diff), then commit it with .identity-vault/.
  - Change an option: edit identity-vault.config.json, or run this command again.
  - In CI: npx create-identity-vault@0.1.0 check
  - Take this run back: npx create-identity-vault@0.1.0 undo
`;
const install = { id: 'install', argv: ['npm', 'install'], why: 'w' } as const;
const sync = { id: 'cap-sync', argv: ['cap', 'sync'], typed: 'npx cap sync', why: 'w' } as const;

/** The texts without their line breaks; of the breaks, the width is asserted. */
test.each<Row & { case: string; text: string }>([
  { case: 'nothing more to do', text: usual },
  {
    case: 'one file; our own bookkeeping is not counted',
    changes: [created('src/a.ts'), created('.identity-vault/state.json')],
    text: usual.replace('0 files', '1 file'),
  },
  {
    case: 'two files',
    changes: [created('src/a.ts'), created('src/b.ts')],
    text: usual.replace('0 files', '2 files'),
  },
  {
    case: 'steps that are left come first, and it is not done without them',
    left: 1,
    text: usual
      .replace('Done:', 'Done, but for what is left for you:')
      .replace(
        'Try it\n',
        'First\n  - Make the changes listed under "Left for you", then run this command again.\n\nTry it\n',
      ),
  },
  {
    case: 'commands that were not run, as they are typed, before the app is tried',
    later: [install, sync],
    text: usual.replace('Try it\n', 'First\n  - npm install\n  - npx cap sync\n\nTry it\n'),
  },
  {
    case: 'how the app is started, and where it is then',
    facts: { files: { 'package.json': '{ "scripts": { "start": "ng serve --port 4300" } }' } },
    text: usual.replace('Start the app, and open /login in it.', 'npm start, then open http://localhost:4300/login'),
  },
  ...[
    ['ng serve', '4200'],
    ['ng s --open', '4200'],
    ['vite', '5173'],
    ['ionic serve --port=8111', '8111'],
  ].map(([script = '', port = '']) => ({
    case: `the port of ${script}`,
    facts: { files: { 'package.json': JSON.stringify({ scripts: { start: script } }) } },
    text: usual.replace('Start the app, and open /login in it.', `npm start, then open http://localhost:${port}/login`),
  })),
  {
    case: 'another script, of which the port is known',
    facts: { files: { 'package.json': '{ "scripts": { "dev": "ionic serve" } }' }, packageManager: 'pnpm' },
    text: usual.replace('Start the app, and open /login in it.', 'pnpm run dev, then open http://localhost:8100/login'),
  },
  {
    case: 'a script that does not say where',
    facts: { files: { 'package.json': '{ "scripts": { "start": "nx serve" } }' } },
    text: usual.replace('Start the app, and open /login in it.', 'npm start, then open /login'),
  },
  {
    case: 'what the server is asked and answers, by its own names',
    options: {
      loginUrl: '/auth',
      loginFields: ['username:email', 'password'],
      tokenField: 'access_token',
      session: [{ name: 'roles', type: 'string[]' }],
      expiryField: 'expires_in',
      refreshUrl: '/refresh',
      lockAfter: 60_000,
    },
    text: usual
      .replace('"username": "…"', '"email": "…"')
      .replace('to /login, and', 'to /auth, and')
      .replace('{ "token": … }', '{ "access_token": …, "roles": …, "expires_in": …, "refresh_token": … }')
      .replace('5 seconds', '1 minute'),
  },
  {
    case: 'a sign-in of the app, and a vault that never locks',
    options: { loginPage: 'existing', lockAfter: 0 },
    text: usual
      .replace(/ {2}- Sign in\..*\n/, '  - Sign in, on the page of the app that you know.\n')
      .replace(/ {2}- Leave the app.*\n/, ''),
  },
  {
    case: 'a later run: it was tried before',
    facts: { configText: '{}' },
    text: usual.replace(/\nTry it\n( {2}- .*\n)+/, ''),
  },
  {
    case: 'no origin: the token is sent nowhere',
    options: { apiOrigins: [] },
    text: usual
      .replace(/ {2}- Sign in\..*\n/, '')
      .replace(
        'Try it\n',
        'First\n  - Name your API, or the token is sent nowhere: run this command again with --api-origins https://api.example.com\n\nTry it\n',
      ),
  },
  {
    case: 'a script for CI, as the package manager runs it',
    options: { ciScript: true, packageManager: 'pnpm' },
    text: usual.replace('npx create-identity-vault@0.1.0 check', 'pnpm run identity-vault:check'),
  },
  {
    case: 'an app in a folder of a workspace',
    facts: { home: 'apps/mobile', toolVersion: '1.2.3' },
    text: usual
      .replace('with .identity-vault/', 'with apps/mobile/.identity-vault/')
      .replace('edit identity-vault', 'edit apps/mobile/identity-vault')
      .replace('@0.1.0 check', '@1.2.3 check -C apps/mobile')
      .replace('@0.1.0 undo', '@1.2.3 undo -C apps/mobile'),
  },
  {
    case: 'after questions: the command without them',
    replay: 'npx create-identity-vault --yes',
    text: `${usual}\nThe same without questions\n  npx create-identity-vault --yes\n`,
  },
])('$case', ({ text, ...row }) => {
  const lines = said(row).split('\n');
  expect(lines.filter((line) => line.length > 80 && line.includes(' ', 4))).toEqual([]);
  expect(lines.join('\n').replaceAll(/\n {4}/g, ' ')).toBe(text);
});
