import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const env = { IDENTITY_VAULT_PROJECT: 'guests' };
const answers = ['--answers', 'answers.json'];

/** Commands that read the app, in a workspace with two of them. */
const commands = [
  { argv: ['--dry-run'], by: 'a variable', env },
  { argv: ['--dry-run', ...answers], by: 'answers', env: {} },
  { argv: ['info'], by: 'a variable', env },
  { argv: ['info', ...answers], by: 'answers', env: {} },
  { argv: ['check'], by: 'a variable', env },
  { argv: ['undo', '--yes', '--dry-run'], by: 'a variable', env },
  { argv: ['undo', '--yes', '--dry-run', ...answers], by: 'answers', env: {} },
  { argv: ['remove', '--yes', '--dry-run'], by: 'a variable', env },
  { argv: ['remove', '--yes', '--dry-run', ...answers], by: 'answers', env: {} },
];

describe('which of several apps is meant', () => {
  test.each(commands)('$argv: named by $by', async ({ argv, env }) => {
    const app = new App('angular-18-two-apps');
    app.write('answers.json', '{"project":"guests"}');
    await app.run('--yes', '--project', 'staff');
    await app.run('--yes', '--project', 'guests');
    const unnamed = argv.filter((arg) => !answers.includes(arg));
    expect(await app.runWith({ argv: unnamed })).not.toMatchObject({ exitCode: 0 });
    expect(await app.runWith({ argv, env })).toMatchObject({ exitCode: 0 });
  });

  test('a flag is stronger than a variable, and a variable than answers', async () => {
    const app = new App('angular-18-two-apps');
    app.write('answers.json', '{"project":"nowhere"}');
    const byVariable = await app.runWith({ argv: ['info', ...answers], env });
    expect(byVariable.stdout).toMatch(/project +guests/);
    const byFlag = await app.runWith({ argv: ['info', '--project', 'staff', ...answers], env });
    expect(byFlag.stdout).toMatch(/project +staff/);
  });
});
