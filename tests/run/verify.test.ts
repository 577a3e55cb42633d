import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { App, type Ended } from './app.ts';
import { appWith, installCompiler } from './fake-compiler.ts';

const change = ['--yes', '--lock-after', '60000'];
const old = "src/main.ts:7:3 - error TS2322: Wrong.\n\n7 const a: number = 'b';\n        ~\n";
const moved = old.replace(':7:', ':9:').replace('\n7 ', '\n9 ');
const fresh = "src/app/identity/session.ts:2:1 - error TS2307: Cannot find module 'x'.\n\n2 import 'x';\n";

const documentOf = ({ stdout }: Ended) => readReport(stdout) as { readonly verification?: object };

describe('a run with --verify', () => {
  test('says nothing is new where the old errors only moved', async () => {
    const app = await appWith({ before: { prints: old }, after: { prints: moved } });
    const ended = await app.run('--verify', ...change);
    expect(ended.stderr).toContain('Nothing is new: there was 1 error before, and there is 1 now.');
    expect(ended).toMatchObject({ exitCode: 0 });
    const [first, second] = app.read('node_modules/runs').trim().split('\n');
    expect(first).toContain('-p tsconfig.app.json --noEmit --incremental false');
    expect(second).toBe(first);
  });

  test('names what is new, undoes nothing, and says how to go back', async () => {
    const app = await appWith({ before: { prints: old }, after: { prints: `${moved}${fresh}` } });
    const ended = await app.run('--verify', ...change);
    expect(ended.exitCode).toBe(7);
    expect(ended.stderr.split('Type check')[1]).toBe(`  (ngc 21.0.0, tsconfig.app.json)
  1 error is new; there was 1 error before.
  src/app/identity/session.ts:2:1  TS2307
    Cannot find module 'x'.

  What was written stays. To go back:
    npx create-identity-vault@0.1.0 undo
`);
    expect(app.read('identity-vault.config.json')).toContain('60000');
    expect(await app.run('undo', '--yes')).toMatchObject({ exitCode: 0 });
    expect(app.read('identity-vault.config.json')).not.toContain('60000');
  });

  test('has the same in its document', async () => {
    const app = await appWith({ before: { prints: old }, after: { prints: `${moved}${fresh}` } });
    const ended = await app.run('--verify', '--json', ...change);
    expect(documentOf(ended)).toMatchObject({
      ok: false,
      exitCode: 7,
      verification: {
        compiler: 'ngc 21.0.0',
        tsConfig: 'tsconfig.app.json',
        errorsBefore: 1,
        errorsAfter: 2,
        newErrors: [
          {
            path: 'src/app/identity/session.ts',
            line: 2,
            column: 1,
            code: 'TS2307',
            message: "Cannot find module 'x'.",
          },
        ],
      },
    });
  });

  test('names the steps that are left as a possible reason', async () => {
    const app = new App('angular-19-spread-routes');
    installCompiler(app, {});
    app.write('tsconfig.app.json', '{}');
    expect(await app.run('--yes', '--allow-manual')).toMatchObject({ exitCode: 6 });
    app.write('node_modules/capacitor-identity-vault/package.json', '{ "version": "0.1.0" }');
    installCompiler(app, { after: { prints: fresh } });
    const ended = await app.run('--verify', '--allow-manual', ...change);
    expect(ended.exitCode).toBe(7);
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain('Steps that are left for you (above) may be the reason.');
  });

  test('keeps what was written where the second check breaks off', async () => {
    const app = await appWith({ before: { prints: old }, after: { prints: 'out of memory', exits: 134 } });
    const ended = await app.run('--verify', '--json', ...change);
    expect(documentOf(ended)).toMatchObject({
      exitCode: 7,
      verification: { errorsBefore: 1, failure: 'it broke off: out of memory' },
    });
    expect(ended.stderr).toContain('The second check gave no result: it broke off: out of memory\n');
    expect(app.read('identity-vault.config.json')).toContain('60000');
  });
});

describe('writes nothing where the check can’t be made:', () => {
  test.each<{ readonly why: string; readonly said: string; readonly break: (app: App) => void }>([
    {
      why: 'no compiler is installed',
      said: '@angular/compiler-cli or typescript is not in the node_modules of',
      break: (app) => rmSync(join(app.root, 'node_modules/@angular'), { recursive: true }),
    },
    {
      why: 'there is no tsconfig',
      said: 'project "plain" names no tsconfig',
      break: (app) => {
        app.write('angular.json', app.read('angular.json').replace(', "tsConfig": "tsconfig.app.json"', ''));
        rmSync(join(app.root, 'tsconfig.app.json'));
      },
    },
    {
      why: 'the tsconfig of the build is not there',
      said: 'tsconfig.app.json is not there',
      break: (app) => rmSync(join(app.root, 'tsconfig.app.json')),
    },
    {
      why: 'the compiler throws',
      said: 'it broke off: error TS500: TypeError: no',
      break: (app) => installCompiler(app, { before: { prints: 'error TS500: TypeError: no', exits: 2 } }),
    },
    {
      why: 'the compiler says nothing',
      said: 'it broke off: Command failed with exit code 3',
      break: (app) => installCompiler(app, { before: { exits: 3 } }),
    },
    {
      why: 'the compiler doesn’t come to the code',
      said: 'the compiler gets no further than “TS2688: Cannot find',
      break: (app) => installCompiler(app, { before: { prints: "error TS2688: Cannot find 'jest'." } }),
    },
  ])('$why', async ({ said, break: spoil }) => {
    const app = await appWith({});
    spoil(app);
    const before = app.snapshot();
    const ended = await app.run('--verify', '--json', ...change);
    const document = readReport(ended.stdout);
    expect(document).toMatchObject({ code: 'UNSUPPORTED', exitCode: 5 });
    expect('message' in document && document.message).toContain(said);
    expect('message' in document && document.message).toMatch(/Nothing was written\.$/);
    expect({ ...app.snapshot(), 'node_modules/runs': '' }).toEqual({ ...before, 'node_modules/runs': '' });
  });

  test('the packages are not installed', async () => {
    const app = new App('angular-21-plain');
    installCompiler(app, {});
    app.write('tsconfig.app.json', '{}');
    const before = app.snapshot();
    const ended = await app.run('--yes', '--verify');
    expect(ended).toMatchObject({ exitCode: 64 });
    expect(ended.stderr).toContain('Leave out --no-install.');
    expect(app.snapshot()).toEqual(before);
  });
});

test('TypeScript’s own compiler is taken where the framework’s is not installed', async () => {
  const app = await appWith({});
  rmSync(join(app.root, 'node_modules/@angular'), { recursive: true });
  app.write('node_modules/typescript/package.json', '{ "version": "5.9.3", "bin": { "tsc": "bin/tsc" } }');
  app.write('node_modules/typescript/bin/tsc', '');
  const ended = await app.run('--verify', '--json', ...change);
  expect(documentOf(ended)).toMatchObject({ exitCode: 0, verification: { compiler: 'tsc 5.9.3', errorsAfter: 0 } });
});

describe('where nothing is written, the app is checked as it is:', () => {
  test.each([
    { what: 'a dry run', argv: ['--dry-run', '--lock-after', '60000'] },
    { what: 'a run with nothing to do', argv: ['--yes'] },
  ])('$what', async ({ argv }) => {
    const app = await appWith({ before: { prints: old } });
    const before = app.snapshot();
    const ended = await app.run('--verify', '--json', ...argv);
    const { verification } = documentOf(ended);
    expect(ended.exitCode).toBe(0);
    expect(verification).toEqual({ compiler: 'ngc 21.0.0', tsConfig: 'tsconfig.app.json', errorsBefore: 1 });
    expect(ended.stderr).toContain('The app as it is has 1 error; nothing was written');
    expect(app.snapshot()).toEqual({ ...before, 'node_modules/runs': expect.stringMatching(/^.+\n$/) as string });
  });
});

test('without --verify no compiler is run', async () => {
  const app = await appWith({ before: { prints: old } });
  const ended = await app.run('--json', ...change);
  expect(documentOf(ended).verification).toBeUndefined();
  expect(() => app.read('node_modules/runs')).toThrow(/ENOENT/);
});
