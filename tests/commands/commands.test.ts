import { existsSync, readdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Flag, FlagValues } from '../../src/cli/flags/flag.ts';
import { declareCommand, type CommandModule } from '../../src/commands/command-module.ts';
import { commands } from '../../src/commands/commands.ts';
import type { RunContext } from '../../src/commands/run-context.ts';
import type { SetupFlags } from '../../src/commands/setup/setup-flags.ts';
import type { Host } from '../../src/model/host.ts';
import type { HelpDocument } from '../../src/report/documents.ts';
import { run } from '../../src/run.ts';

const folder = new URL('../../src/commands/', import.meta.url);

test('every folder of src/commands is a command of the registry, and the other way round', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(commands.map(({ name }) => name).sort());
  for (const { name } of commands) expect(existsSync(new URL(`${name}/${name}-command.ts`, folder)), name).toBe(true);
});

test('every command loads', async () => {
  for (const command of commands) expect(await command.load(), command.name).toBeTypeOf('function');
});

const doctorFlags = [
  { name: 'dryRunsOnly', type: 'boolean', help: 'doctor: try the medicine, take none' },
  { name: 'withPhone', type: 'text', alias: '-p', placeholder: '<id>', help: 'doctor: which phone' },
  { name: 'level', type: 'choice', placeholder: '<level>', choices: ['low', 'high'], default: 'low', help: 'how much' },
  { name: 'pills', type: 'list', placeholder: '<name...>', help: 'doctor: what to take' },
] as const satisfies readonly Flag[];

const taken: FlagValues<typeof doctorFlags>[] = [];

/** All that a new command needs besides its work: this declaration, and its place in the registry. */
const doctor = declareCommand({
  name: 'doctor',
  typed: 'doctor',
  summary: 'what is wrong with the app, and what helps',
  writes: false,
  flags: doctorFlags,
  load: async () =>
    Promise.resolve(async ({ invocation }: RunContext<FlagValues<typeof doctorFlags>>) => {
      taken.push(invocation);
      return Promise.resolve(6);
    }),
});

describe('a command that is declared and registered', () => {
  const registry: readonly CommandModule[] = [...commands, doctor];

  async function type(...argv: readonly string[]): Promise<{ exitCode: number; stdout: string }> {
    const stdout = new PassThrough();
    const stream = stdout as unknown as Host['stdout'];
    const { stdin } = process;
    const host = {
      argv,
      cwd: '/',
      env: {},
      stdin,
      stdout: stream,
      stderr: stream,
      version: '1.0.0',
      pluginFolder: '/',
      fetch: () => Promise.reject(new Error('Nobody is asked.')),
    };
    const exitCode = await run(host, registry);
    stdout.end();
    return { exitCode, stdout: await text(stdout) };
  }

  test('is in the help, with its flags', async () => {
    const { stdout } = await type('--help');
    expect(stdout).toContain('  doctor  what is wrong with the app, and what helps\n');
    expect(stdout).toContain('  --dry-runs-only                   doctor: try the medicine, take none\n');
    expect(stdout).toContain('  -p, --with-phone <id>             doctor: which phone\n');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '--level <level> how much (choices: "low", "high", default: "low")',
    );
  });

  test('is in --json-help, and so is which flags go with it', async () => {
    const help = JSON.parse((await type('--json-help')).stdout) as HelpDocument;
    const { name, typed, summary, writes } = doctor;
    expect(help.commands.at(-1)).toEqual({ name, typed: `create-identity-vault ${typed}`, summary, writes });
    const flags = Object.fromEntries(help.flags.map((flag) => [flag.name, flag]));
    expect(flags['--with-phone']).toEqual({
      name: '--with-phone',
      alias: '-p',
      placeholder: '<id>',
      type: 'text',
      isRepeatable: false,
      help: 'doctor: which phone',
      commands: ['doctor'],
    });
    expect(flags['--pills']).toMatchObject({ type: 'list', isRepeatable: true, commands: ['doctor'] });
    expect(flags['--level']).toMatchObject({ choices: [{ value: 'low' }, { value: 'high' }], default: 'low' });
    expect(flags['--yes']?.commands).toEqual(registry.map((command) => command.name));
  });

  test('is carried out with the values of its flags', async () => {
    expect(await type('doctor')).toEqual({ exitCode: 6, stdout: '' });
    expect(taken.at(-1)).toMatchObject({ dryRunsOnly: false, level: 'low', pills: [] });
    expect(taken.at(-1)).not.toHaveProperty('withPhone');
    await type('doctor', '--dry-runs-only', '-p', 'x', '--level=high', '--pills', 'a', 'b');
    expect(taken.at(-1)).toMatchObject({ dryRunsOnly: true, withPhone: 'x', level: 'high', pills: ['a', 'b'] });
  });

  test.each(commands)('its flags are refused by $name', async ({ typed }) => {
    const argv = [typed, '--dry-runs-only'].filter((word) => word !== '');
    await expect(type(...argv)).rejects.toMatchObject({
      code: 'USAGE',
      message: '--dry-runs-only goes with the command doctor only.',
      hint: 'create-identity-vault doctor --dry-runs-only',
    });
  });

  test('it refuses the flags of others, and values that are no choice', async () => {
    await expect(type('doctor', '--restore', 'a')).rejects.toMatchObject({ code: 'USAGE' });
    await expect(type('doctor', '--level', 'middle')).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('is one of the commands that are named for a wrong one', async () => {
    const hint =
      'Did you mean doctor? The commands are: (none) to set up or change, check, undo, remove, info, doctor. A folder is named with --cwd.';
    await expect(type('docter')).rejects.toMatchObject({ message: 'There is no command "docter".', hint });
  });
});

describe('types', () => {
  test('the values of flags follow from their declarations', () => {
    expectTypeOf<FlagValues<typeof doctorFlags>>().branded.toEqualTypeOf<{
      readonly dryRunsOnly: boolean;
      readonly withPhone?: string;
      readonly level: 'low' | 'high';
      readonly pills: readonly string[];
    }>();
    expectTypeOf<SetupFlags['onConflict']>().toEqualTypeOf<'abort' | 'keep' | 'theirs' | 'markers'>();
    expect(doctorFlags).toHaveLength(4);
  });

  test('a command can’t read a flag that it doesn’t list', () => {
    const load = async () =>
      Promise.resolve(async ({ invocation }: RunContext<{ readonly withPhone: string }>) =>
        Promise.resolve(invocation.withPhone.length),
      );
    const command = declareCommand({
      ...{ name: 'nurse', typed: 'nurse', summary: 'helps', writes: false },
      flags: [doctorFlags[0]],
      // @ts-expect-error -- withPhone is not listed
      load,
    });
    expect(command.flags).toHaveLength(1);
  });
});
