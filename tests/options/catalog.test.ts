import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog, flagName, variableName } from '../../src/options/catalog/catalog.ts';
import { printConfig } from '../../src/options/catalog/config-file.ts';
import type { AngularOptions } from '../../src/frameworks/angular/angular-options.ts';
import { optionsTable } from '../../src/options/catalog/options-table.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { configSchema } from '../../src/options/catalog/schema.ts';
import { anyOptions } from './any-options.ts';
import { project } from './project.ts';

interface Samples {
  /** Typed texts and what they mean, as JSON. */
  readonly typed: readonly (readonly [text: string, json: unknown])[];
  readonly badTyped: readonly string[];
  readonly badJson: readonly unknown[];
}

const yesOrNo: Samples = {
  typed: [
    ['true', true],
    ['1', true],
    ['YES', true],
    ['false', false],
    ['0', false],
    ['no', false],
  ],
  badTyped: ['', 'on', '2'],
  badJson: ['true', 1, null],
};
const choices = (...values: string[]): Samples => ({
  typed: [...values.map((value) => [value, value] as const), [` ${values[0] ?? ''} `, values[0]]],
  badTyped: ['', 'other', `${values.join(',')},`],
  badJson: [` ${values[0] ?? ''}`, [values[0]], 0, null],
});
const line: Samples = {
  typed: [
    ['', ''],
    ['Ünïcode “text” 👩‍👩‍👧', 'Ünïcode “text” 👩‍👩‍👧'],
    ["it's $HOME `x`", "it's $HOME `x`"],
  ],
  badTyped: ['two\nlines', 'a\u2028b', 'a\u0000b', '\ud800', '\uffff'],
  badJson: [1, null, ['a']],
};
const filled: Samples = { ...line, typed: line.typed.slice(1), badTyped: [...line.badTyped, '', ' '] };
const typeName: Samples = {
  typed: [
    ['Identity', 'Identity'],
    ['X9', 'X9'],
  ],
  badTyped: [
    '',
    'identity',
    'Id-entity',
    '9X',
    'Ünicode',
    'A B',
    'Promise',
    'LoginPage',
    'IonicIdentityVaultUser',
    'A;B',
  ],
  badJson: [1, null],
};
const valueName: Samples = {
  typed: [
    ['gate', 'gate'],
    ['x9', 'x9'],
  ],
  badTyped: ['', 'Gate', 'a-b', '9x', 'class', 'await', 'of', 'inject', 'a.b', 'eval'],
  badJson: [1, null],
};
const pagePath: Samples = {
  typed: [
    ['account/login', 'account/login'],
    ['/login/', 'login'],
  ],
  badTyped: ['', 'a b', ':id', '**', 'a//b', "a'b", '../x?y', 'a#b'],
  badJson: ['/login', 'login/', 1, null],
};

/** A new option fails the test below until it has samples here. */
const samples: Readonly<Record<keyof AngularOptions, Samples>> = {
  framework: choices('angular'),
  project: {
    typed: [
      ['my-app', 'my-app'],
      ['@scope/app', '@scope/app'],
    ],
    badTyped: ['', 'a b', '--yes'],
    badJson: [1, null],
  },
  authMode: choices(
    'BiometricAndPasscode',
    'BiometricOnly',
    'PasscodeOnly',
    'BiometricOrPasscode',
    'InMemoryOnly',
    'SecureStorage',
  ),
  restoreSessionOnReady: yesOrNo,
  unlockOnReady: yesOrNo,
  unlockOnAccess: yesOrNo,
  lockAfter: {
    typed: [
      ['0', 0],
      ['5000', 5000],
      [' 7 ', 7],
      ['2147483647', 2147483647],
    ],
    badTyped: ['', '-1', '1.5', '5s', '1e3', 'NaN', 'Infinity', '2147483648', '0x10'],
    badJson: ['5000', -1, 1.5, null, 2147483648, Number.NaN],
  },
  hideScreenOnBackground: yesOrNo,
  allowSystemPinFallback: yesOrNo,
  shouldClearVaultAfterTooManyFailedAttempts: yesOrNo,
  androidPromptTitle: filled,
  androidPromptSubtitle: line,
  androidPromptDescription: line,
  androidPromptNegativeButtonText: filled,
  iosPromptText: filled,
  passcodePrompt: choices('native', 'custom'),
  session: {
    typed: [
      ['', []],
      ['email:string', ['email:string']],
      ['email: string, ages :number[],ok:boolean', ['email:string', 'ages:number[]', 'ok:boolean']],
    ],
    badTyped: [
      'email',
      'email:text',
      'email:String',
      'username:string',
      'token:string',
      '__proto__:string',
      'a-b:string',
      'a:string,a:number',
      '9a:string',
      'a:string[][]',
    ],
    badJson: [
      'email:string',
      [1],
      ['email: string'],
      [{ name: 'email', type: 'string' }],
      ['a:string', 'a:string'],
      null,
    ],
  },
  auth: choices('generic'),
  apiOrigins: {
    typed: [
      ['', []],
      ['https://api.example.com', ['https://api.example.com']],
      [
        'https://API.example.com/, http://localhost:3000,https://a.example:8443',
        ['https://api.example.com', 'http://localhost:3000', 'https://a.example:8443'],
      ],
      ['https://a.example,https://a.example', ['https://a.example']],
      ['https://a.example:443', ['https://a.example']],
    ],
    badTyped: [
      'api.example.com',
      'http://api.example.com',
      'https://api.example.com/v1',
      'https://user@api.example.com',
      'https://*.example.com',
      'capacitor://localhost',
      'null',
      '*',
      'https://',
      'http://localhost.evil.example',
      'https://a.example?x',
      'https://a.example#x',
      'javascript:alert(1)',
      'file:///etc',
      'https://a.example\\b',
    ],
    badJson: [
      'https://a.example',
      ['https://a.example/'],
      ['https://A.example'],
      ['https://a.example:443'],
      ['https://a,https://b'],
      ['https://a', 'https://a'],
      null,
      [null],
    ],
  },
  loginPage: choices('generate', 'existing'),
  codeDir: {
    typed: [
      ['src/app/identity', 'src/app/identity'],
      ['./src/app/identity/', 'src/app/identity'],
      ['src\\app\\identity', 'src/app/identity'],
      ['src/@app/my.identity', 'src/@app/my.identity'],
    ],
    badTyped: [
      '',
      '/src/app',
      '../src',
      'src/../../etc',
      'src/./app',
      'src//app',
      'C:/src',
      'src/a b',
      'src/..',
      '.',
      '..',
    ],
    badJson: ['src/app/', './src', 1, null],
  },
  serviceName: typeName,
  sessionName: typeName,
  interceptorName: valueName,
  guardName: valueName,
  loginPath: pagePath,
  unlockPath: pagePath,
  homePath: {
    ...pagePath,
    typed: [...pagePath.typed, ['', ''], ['/', '']],
    badTyped: ['a b', ':id', '**', 'a?b', 'a#b', "a'b"],
    badJson: ['/home', 1, null],
  },
  guardedRoutes: {
    typed: [
      ['', []],
      ['home', ['home']],
      ['/, /home,folder/:id', ['', 'home', 'folder/:id']],
      ['home,home', ['home']],
    ],
    badTyped: ['a b', '**', "a'b", 'a?b'],
    badJson: ['home', ['/home'], ['home', 'home'], [1], null, ['a,b']],
  },
  faceIdUsage: filled,
  replaceFaceIdUsage: yesOrNo,
  tests: yesOrNo,
  ciScript: yesOrNo,
  plugin: {
    typed: [
      ['file:../vault.tgz', 'file:../vault.tgz'],
      ['capacitor-identity-vault@^1', 'capacitor-identity-vault@^1'],
    ],
    badTyped: ['', '--global', 'a b', ' x'],
    badJson: [1, null],
  },
  packageManager: choices('npm', 'pnpm', 'yarn', 'bun'),
};

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(configSchema());

describe.each(catalog.map((option) => ({ key: option.key, option, ...samples[option.key] })))(
  '$key',
  ({ key, option, typed, badTyped, badJson }) => {
    const kind = option.kind;

    test.each(typed)('%j is understood, printed so that it is read again, and valid in the file', (text, json) => {
      const parsed = kind.parse(text);
      if (!('value' in parsed)) throw new Error(parsed.problem);
      expect(kind.toJson(parsed.value)).toEqual(json);
      expect(kind.parse(kind.print(parsed.value))).toEqual(parsed);
      expect(kind.parseJson(json)).toEqual(parsed);
      if (option.inConfig)
        expect({ valid: validate({ [key]: json }), errors: validate.errors }).toEqual({ valid: true, errors: null });
    });

    test.each(badTyped)('%j is refused', (text) => {
      expect(kind.parse(text)).toHaveProperty('problem');
    });

    test.each(badJson)('%j in a file is refused', (json) => {
      expect(kind.parseJson(json)).toHaveProperty('problem');
    });

    test('what is suggested is allowed', () => {
      for (const text of badTyped) {
        const parsed = kind.parse(text);
        if ('value' in parsed || parsed.suggestion === undefined) continue;
        const value = kind.name === 'list' || kind.name === 'fields' ? [parsed.suggestion] : parsed.suggestion;
        expect(kind.parseJson(value)).toHaveProperty('value');
      }
      expect(badTyped.length).toBeGreaterThan(0);
    });
  },
);

describe('the schema of the configuration file', () => {
  test('property: every file we print is valid', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const json: unknown = JSON.parse(printConfig(options));
        expect({ valid: validate(json), errors: validate.errors }).toEqual({ valid: true, errors: null });
      }),
    );
  });

  // An identifier that is a word of TypeScript, or a repeated field, is past what a pattern can say: resolve refuses it.
  test('refuses what resolve refuses, as far as a schema can', () => {
    const refused = catalog
      .filter(({ inConfig }) => inConfig)
      .flatMap(({ key }) => samples[key].badJson.map((json) => ({ [key]: json })));
    expect(refused.filter((json) => validate(json))).toEqual([]);
  });

  test('names the defaults that are the same in every app', () => {
    const properties = configSchema()['properties'] as Record<string, { default?: unknown }>;
    const { options, provenance } = resolve({}, project());
    for (const { key, inConfig } of catalog) {
      const isConstant = inConfig && provenance[key] === 'default' && options[key] !== undefined;
      expect(properties[key]?.default, key).toEqual(isConstant ? options[key] : undefined);
    }
  });

  test('knows no other keys, describes every one, and has nothing that is not in the file', () => {
    expect(validate({ lokAfter: 1 })).toBe(false);
    expect(validate({ packageManager: 'npm' })).toBe(false);
    const properties = configSchema()['properties'] as Record<string, { description: string }>;
    for (const [key, { description }] of Object.entries(properties)) expect(description, key).toMatch(/\S+.*\.$/);
  });
});

describe('names', () => {
  test('of flags and variables', () => {
    expect([flagName('lockAfter'), variableName('lockAfter')]).toEqual(['lock-after', 'IDENTITY_VAULT_LOCK_AFTER']);
    expect(new Set(catalog.map(({ key }) => flagName(key))).size).toBe(catalog.length);
  });
});

test('the table for the documentation names every option in every form', () => {
  const table = optionsTable();
  for (const { key, kind } of catalog) {
    expect(table).toContain(key);
    expect(table).toContain(variableName(key));
    expect(table).toContain(kind.name === 'boolean' ? `--[no-]${flagName(key)}` : `--${flagName(key)}`);
  }
  for (const row of table.split('\n').filter((text) => text.startsWith('|'))) {
    expect(row.match(/(?<!\\)\|/g), row).toHaveLength(5);
  }
});

test('questions and consequences fit the prompts', () => {
  for (const { key, help, consequence, choices: texts = {} } of catalog) {
    expect(help.length, key).toBeLessThanOrEqual(70);
    for (const text of [consequence, ...Object.values(texts)]) {
      expect(text, key).toMatch(/[.]$/);
      expect(text.length, key).toBeLessThanOrEqual(160);
    }
  }
  expect(catalog.filter(({ ask }) => ask === 'first').map(({ key }) => key)).toEqual([
    'authMode',
    'lockAfter',
    'hideScreenOnBackground',
    'session',
    'apiOrigins',
    'guardedRoutes',
  ]);
});
