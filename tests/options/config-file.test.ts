import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CliError } from '../../src/model/errors.ts';
import { printConfig, parseAnswers, readConfig, updateConfig } from '../../src/options/catalog/config-file.ts';
import type { Options } from '../../src/options/options.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { encode, encodingOf } from '../../src/text/text.ts';
import { anyOptions, appRoutes } from '../support/any-options.ts';
import { fakeProject } from '../support/fake-project.ts';

const { options } = resolve({}, fakeProject());

/** In the file's own encoding, as a run writes it. */
function updated(text: string, wanted: Options): string {
  return encode(updateConfig(text, wanted), encodingOf(text));
}

test('a new file: flat, in catalog order, every option that affects a file', () => {
  expect(printConfig({ ...options, session: [{ name: 'email', type: 'string' }] })).toMatchInlineSnapshot(`
    "{
      "$schema": "./node_modules/capacitor-identity-vault/config.schema.json",
      "framework": "angular",
      "project": "app",
      "authMode": "BiometricAndPasscode",
      "restoreSessionOnReady": false,
      "unlockOnReady": false,
      "unlockOnAccess": true,
      "lockAfter": 5000,
      "idleTimeout": 0,
      "sessionTimeout": 0,
      "hideScreenOnBackground": true,
      "allowSystemPinFallback": false,
      "shouldClearVaultAfterTooManyFailedAttempts": true,
      "androidPromptTitle": "Please Authenticate",
      "androidPromptSubtitle": "",
      "androidPromptDescription": "",
      "androidPromptNegativeButtonText": "Cancel",
      "iosPromptText": "Authenticate to log in",
      "passcodePrompt": "native",
      "session": [
        "email:string"
      ],
      "auth": "generic",
      "apiOrigins": [],
      "loginUrl": "/login",
      "loginFields": [
        "username",
        "password"
      ],
      "tokenField": "token",
      "expiryField": "",
      "refreshUrl": "",
      "refreshTokenField": "refresh_token",
      "loginPage": "generate",
      "accountPage": false,
      "codeDir": "src/app/identity",
      "serviceName": "IdentityService",
      "sessionName": "Session",
      "interceptorName": "authInterceptor",
      "guardName": "authGuard",
      "runtimeAddresses": false,
      "loginPath": "login",
      "unlockPath": "unlock",
      "accountPath": "account",
      "homePath": "home",
      "guardedRoutes": [
        "home"
      ],
      "faceIdUsage": "Use Face ID to authenticate yourself and login",
      "replaceFaceIdUsage": false,
      "tests": true,
      "ciScript": false
    }
    "
  `);
});

describe('a file that is there', () => {
  const edited = [
    { case: 'reordered, on one line', text: '{"lockAfter": 5000, "authMode":"BiometricAndPasscode"}' },
    {
      case: 'CRLF, tabs and a BOM',
      text: '\uFEFF{\r\n\t"lockAfter": 5000,\r\n\t"authMode": "BiometricAndPasscode"\r\n}\r\n',
    },
    {
      case: 'no final newline, odd spaces',
      text: '{\n    "authMode" : "BiometricAndPasscode" ,\n\n    "lockAfter" : 5000 }',
    },
  ];

  test.each(edited)('$case: gets what is missing, and keeps every byte afterwards', ({ text }) => {
    const complete = updated(text, options);
    expect(resolve({ config: readConfig(complete) }, fakeProject()).options).toEqual(options);
    expect(updated(complete, options)).toBe(complete);
    expect(complete.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    expect(complete.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r\n'));
  });

  test('a changed value changes its own bytes only, and back again', () => {
    const text = printConfig(options).replace('"lockAfter": 5000', '"lockAfter":   5000').replaceAll('\n', '\r\n');
    const changed = updated(text, { ...options, lockAfter: 7 });
    expect(changed).toBe(text.replace('5000', '7'));
    expect(updated(changed, options)).toBe(text);
  });

  test('a missing key goes where the catalog has it', () => {
    const text = printConfig(options).replace(/ {2}"lockAfter".*\n/, '');
    expect(updated(text, options)).toBe(printConfig(options));
  });

  test('an option without a value is taken out', () => {
    const text = printConfig({ ...options, plugin: 'file:../vault.tgz' });
    expect(text).toContain('"plugin"');
    expect(updated(text, options)).toBe(printConfig(options));
  });

  test('property: A → B → A gives the bytes of A', () => {
    fc.assert(
      fc.property(anyOptions, anyOptions, (a, b) => {
        const text = printConfig(a);
        const changed = updated(text, b);
        expect(readConfig(changed).values).toEqual(readConfig(printConfig(b)).values);
        expect(updated(changed, a)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a file that is no JSON object', () => {
  test.each([
    { text: '', line: 1, column: 1, says: 'value' },
    { text: '[]', line: 1, column: 1, says: 'object' },
    { text: 'null', line: 1, column: 1, says: 'object' },
    { text: '{\n  "lockAfter": 1,\n}', line: 3, column: 1, says: 'comma too many' },
    { text: '{\n  // why\n  "lockAfter": 1\n}', line: 2, column: 3, says: 'comments are not allowed' },
    { text: '{\n  "lockAfter": 1\n  "tests": true\n}', line: 3, column: 3, says: 'comma is missing' },
    { text: "{\n  'lockAfter': 1\n}", line: 2, column: 3, says: 'texts need double quotes' },
    { text: '{\r\n  "lockAfter": 1\r\n<<<<<<< HEAD\r\n}', line: 3, column: 1, says: '' },
    { text: '{"lockAfter": 1', line: 1, column: 16, says: 'closing brace is missing' },
    { text: '{} {}', line: 1, column: 4, says: 'more behind' },
  ])('$text', ({ text, line, column, says }) => {
    let error: unknown;
    try {
      parseAnswers(text, 'answers.json');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(CliError);
    expect(error).toMatchObject({ code: 'USAGE', where: { path: 'answers.json', line, column } });
    expect((error as CliError).message).toContain(says);
  });
});

test('property: what we print is read as the same values', () => {
  fc.assert(
    fc.property(anyOptions, (any) => {
      const source = readConfig(printConfig(any));
      expect(source.values).toEqual(
        JSON.parse(printConfig(any), (key, value: unknown) => (key === '$schema' ? undefined : value)),
      );
      expect(source.problems).toEqual([]);
    }),
  );
  expect(appRoutes).toContain('');
});
