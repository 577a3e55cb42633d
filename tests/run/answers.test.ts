import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const long = 'x'.repeat(300_000);

/** Answers that nobody can mean, and what is said of them. */
const refused = [
  { case: 'empty', text: '', says: ['answers.json is empty'] },
  { case: 'a list', text: '[]', says: ['answers.json:1:1', 'an object in braces'] },
  { case: 'no JSON', text: '{\n  "lockAfter": 5,\n}', says: ['answers.json:3:1', 'comma too many'] },
  { case: 'an unknown key', text: '{"lockAftr": 5}', says: ['lockAftr (answers.json:1)', 'did you mean lockAfter?'] },
  { case: 'a key that is there twice', text: '{"tests": true, "tests": false}', says: ['tests', 'is there twice'] },
  { case: 'a value of another type', text: '{"lockAfter": "5"}', says: ['lockAfter (answers.json:1): "5" is not'] },
  { case: 'a project that is no text', text: '{"project": 5}', says: ['project (answers.json:1): 5 is not'] },
  { case: 'all problems at once', text: '{"lockAfter": -1, "auth": "x"}', says: ['2 values', 'lockAfter', 'auth'] },
  { case: 'nested without end', text: '['.repeat(50_000), says: ['nested too deeply'] },
  { case: 'nested where a value was expected', text: `{"tests": ${'['.repeat(90)}${']'.repeat(90)}}`, says: ['tests'] },
  { case: 'a text without end', text: `{"authMode": "${long}"}`, says: ['authMode', '"xxx'] },
  { case: 'a key without end', text: `{"${long}": 1}`, says: ['there is no option'] },
];

describe('--answers', () => {
  test.each(refused)('$case: exit 64, and nothing written', async ({ text, says }) => {
    const app = new App('angular-21-plain');
    app.write('answers.json', text);
    const before = app.snapshot();
    const { exitCode, stderr } = await app.run('--yes', '--answers', 'answers.json');
    expect(exitCode).toBe(64);
    for (const words of says) expect(stderr).toContain(words);
    expect(stderr.length).toBeLessThan(2000);
    expect(app.snapshot()).toEqual(before);
  });

  test('in UTF-8 with a byte order mark and Windows’ line endings', async () => {
    const app = new App('angular-21-plain');
    app.write('answers.json', '\uFEFF{\r\n  "lockAfter": 7\r\n}\r\n');
    expect(await app.run('--yes', '--answers', 'answers.json')).toMatchObject({ exitCode: 0 });
    expect(app.read('identity-vault.config.json')).toContain('"lockAfter": 7');
  });
});

describe('the environment', () => {
  test.each([
    { name: 'IDENTITY_VAULT_LOCKAFTER', says: 'did you mean IDENTITY_VAULT_LOCK_AFTER?' },
    { name: 'IDENTITY_VAULT_AUTHMODE', says: 'did you mean IDENTITY_VAULT_AUTH_MODE?' },
    { name: 'IDENTITY_VAULT_UNHEARD_OF_BY_ANYBODY', says: 'there is no such option' },
  ])('$name: exit 64', async ({ name, says }) => {
    const app = new App('angular-21-plain');
    const ended = await app.runWith({ argv: ['--dry-run'], env: { [name]: '1' } });
    expect(ended.exitCode).toBe(64);
    expect(ended.stderr).toContain(`${name}: there is no such option`);
    expect(ended.stderr).toContain(says);
  });
});
