import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { digest } from '../../src/text/text.ts';
import { App } from '../run/app.ts';

const path = '.identity-vault/state.json';

interface Place {
  readonly app: App;
  /** A folder beside the app with a file in it. */
  readonly outside: string;
}

type State = Record<string, unknown> & { files: Record<string, unknown> };
type Tamper = (state: State, place: Place) => unknown;

const secret = 'not ours\n';
const asOurs = { owner: 'tool', canonical: digest(secret), written: digest(secret) };
const named =
  (name: (place: Place) => string): Tamper =>
  (state, place) => ({ ...state, files: { ...state.files, [name(place)]: asOurs } });
const constant =
  (value: unknown): Tamper =>
  () =>
    value;
const withFile =
  (name: string, file: unknown): Tamper =>
  (state) => ({ ...state, files: { ...state.files, [name]: file } });

const cases: readonly { what: string; tamper: Tamper }[] = [
  { what: 'a path above', tamper: named(({ outside }) => `../${outside.split('/').at(-1) ?? ''}/secret.ts`) },
  { what: 'a path around', tamper: named(() => 'src/../../secret.ts') },
  { what: 'an absolute path', tamper: named(({ outside }) => `${outside}/secret.ts`) },
  { what: 'a drive', tamper: named(() => 'C:\\secret.ts') },
  { what: 'a backslash', tamper: named(() => '..\\secret.ts') },
  { what: 'a path through a link', tamper: named(() => 'linked/secret.ts') },
  { what: 'a link itself', tamper: named(() => 'linked.ts') },
  { what: 'a hook of git', tamper: named(() => '.git/hooks/pre-commit') },
  { what: 'a package', tamper: named(() => 'node_modules/own/index.js') },
  {
    what: 'a prototype',
    tamper: (state) =>
      JSON.parse(
        JSON.stringify(state).replace(
          '"files":{',
          '"files":{"__proto__":{"owner":"tool","canonical":"x","written":"x"},',
        ),
      ) as unknown,
  },
  { what: 'a constructor', tamper: named(() => 'constructor') },
  {
    what: 'a file of the app as an archive of ours',
    tamper: withFile('src/main.ts', { owner: 'archive', written: 'sha256-0' }),
  },
  { what: 'a file of the app as generated', tamper: withFile('src/main.ts', { ...asOurs }) },
  {
    what: 'a file of the app as generated and untouched',
    tamper: (state, { app }) => {
      const written = digest(app.read('src/main.ts'));
      return { ...state, files: { ...state.files, 'src/main.ts': { owner: 'tool', canonical: written, written } } };
    },
  },
  { what: 'a digest that is none', tamper: withFile('src/main.ts', { owner: 'tool', canonical: 1, written: 2 }) },
  { what: 'an owner that is none', tamper: withFile('src/main.ts', { owner: 'root', written: 'x' }) },
  {
    what: 'splices that are none',
    tamper: withFile('src/main.ts', { owner: 'app', written: 'x', edits: 'x', splices: [null, 3] }),
  },
  {
    what: 'splices far behind the end',
    tamper: withFile('src/main.ts', {
      owner: 'app',
      written: 'x',
      edits: 'x',
      splices: [{ at: 9_007_199_254_740_991, insert: 'never there', remove: 'evil' }],
    }),
  },
  { what: 'a declined path above', tamper: (state) => ({ ...state, declined: ['../secret.ts'] }) },
  { what: 'files that are a list', tamper: (state) => ({ ...state, files: [] }) },
  { what: 'a list', tamper: constant([]) },
  { what: 'null', tamper: constant(null) },
  { what: 'another schema', tamper: (state) => ({ ...state, schemaVersion: 99 }) },
  {
    what: 'ten thousand files',
    tamper: (state) => ({
      ...state,
      files: {
        ...state.files,
        ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`src/none/${String(i)}.ts`, asOurs])),
      },
    }),
  },
];

async function setting(): Promise<Place> {
  const app = await App.setUp('angular-21-plain');
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
  writeFileSync(join(outside, 'secret.ts'), secret);
  app.write('.git/hooks/pre-commit', secret);
  app.write('node_modules/own/index.js', secret);
  symlinkSync(outside, join(app.root, 'linked'));
  symlinkSync(join(outside, 'secret.ts'), join(app.root, 'linked.ts'));
  mkdirSync(join(app.root, 'src'), { recursive: true });
  return { app, outside };
}

/** What is not ours: every byte of it stays. */
function foreign({ app, outside }: Place): Record<string, string> {
  const own = ['.git/hooks/pre-commit', 'node_modules/own/index.js', 'src/main.ts', 'capacitor.config.ts'];
  return {
    ...Object.fromEntries(own.map((one) => [one, app.read(one)])),
    ...Object.fromEntries(readdirSync(outside).map((one) => [one, readFileSync(join(outside, one), 'utf8')])),
  };
}

const commands = [
  ['check'],
  ['--dry-run'],
  ['--yes', '--lock-after', '60000', '--no-tests'],
  ['--yes', '--on-conflict', 'theirs', '--code-dir', 'src/app/vault'],
  ['remove', '--yes', '--allow-manual', '--force'],
];

describe('a state somebody tampered with', () => {
  test.each(cases)('$what: nothing outside is written, nothing of the app is lost', async ({ tamper }) => {
    for (const argv of commands) {
      const place = await setting();
      const { app } = place;
      app.write(path, JSON.stringify(tamper(JSON.parse(app.read(path)) as State, place)));
      const before = foreign(place);
      const ended = await app.run(...argv);
      expect([0, 2, 3, 5, 6], ended.stderr).toContain(ended.exitCode);
      expect(foreign(place), argv.join(' ')).toEqual(before);
    }
  });
});
