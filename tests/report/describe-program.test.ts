import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { CliError, exitCodes } from '../../src/model/errors.ts';
import type { Host } from '../../src/model/host.ts';
import { readInvocation } from '../../src/cli/read-invocation.ts';
import { catalog, flagName, variableName } from '../../src/options/catalog/catalog.ts';
import { configSchema } from '../../src/options/catalog/schema.ts';
import type { FlagHelp, HelpDocument } from '../../src/report/documents.ts';
import { run } from '../../src/run.ts';
import { readReport } from './read-report.ts';

function host(...argv: readonly string[]): Host {
  const stream = new PassThrough() as unknown as Host['stdout'];
  const { stdin } = process;
  const streams = { stdin, stdout: stream, stderr: stream };
  const fetch = () => Promise.reject(new Error('The help asks nobody.'));
  return { argv, cwd: '/', env: {}, ...streams, version: '0.1.0', pluginFolder: '/', fetch };
}

async function printed(...argv: readonly string[]): Promise<string> {
  const from = host(...argv);
  expect(await run(from)).toBe(0);
  from.stdout.end();
  return text(from.stdout);
}

const help = readReport(await printed('--json-help')) as HelpDocument;
const flags = new Map(help.flags.map((flag) => [flag.name, flag]));

/** The flag with a value that it takes. */
function typed({ name, choices, placeholder }: FlagHelp): string {
  const value = choices?.[0]?.value ?? 'x';
  return placeholder === undefined ? name : `${name}=${value}`;
}

function readFlag(flag: FlagHelp, command: string): string {
  const words = [commands.find(({ name }) => name === command)?.typed ?? '', typed(flag)];
  try {
    readInvocation(host(...words.filter((word) => word !== '')), commands);
    return 'read';
  } catch (error) {
    return error instanceof CliError ? error.code : String(error);
  }
}

describe('--json-help', () => {
  test('is printed by --help --json and --version --json, too', async () => {
    expect(await printed('--help', '--json')).toBe(await printed('--json-help'));
    expect(await printed('--version', '--json')).toBe(await printed('--json-help'));
  });

  test.each(help.flags)('$name is read, and with the commands that are named', (flag) => {
    const own = catalog.find(({ key }) => `--${flagName(key)}` === flag.name);
    for (const { name } of commands) {
      // An option that another command has no use for is no mistake: CI may give every command the same ones.
      const isRead = own !== undefined || flag.commands.includes(name);
      expect(readFlag(flag, name), name).toBe(isRead ? 'read' : 'USAGE');
    }
  });

  test('has every flag of the help, and no other', async () => {
    const words = (await printed('--help')).match(/^ +(-\w, )?--\S+/gm) ?? [];
    const names = words.map((word) => word.replace(/^.*--/, '--').replace('--[no-]', '--'));
    expect([...flags.keys()].sort()).toEqual(names.filter((name) => name !== '--help').sort());
  });

  test.each(catalog.map((option) => ({ key: option.key, option })))(
    '$key: its flag, variable, key and schema',
    ({ option }) => {
      const flag = flags.get(`--${flagName(option.key)}`);
      const properties = configSchema()['properties'] as Readonly<Record<string, object>>;
      expect(flag).toMatchObject({ type: option.kind.name, variable: variableName(option.key), help: option.help });
      expect(flag?.key).toBe(option.key in properties ? option.key : undefined);
      if (flag?.key !== undefined) expect(properties[flag.key]).toMatchObject(flag.schema as object);
      expect(flag?.negative).toBe(option.kind.name === 'boolean' ? `--no-${flagName(option.key)}` : undefined);
    },
  );

  test('has every exit code, with the errors that end so', () => {
    const errors = Object.fromEntries(
      help.exitCodes.flatMap(({ code, errors }) => errors.map((error) => [error, code])),
    );
    expect(errors).toEqual(exitCodes);
    expect(help.exitCodes.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 64, 130]);
  });

  test('names schemas that can be imported', () => {
    const here = createRequire(import.meta.url);
    expect(here(help.schemas.report)).toMatchObject({ $id: 'urn:create-identity-vault:report:1' });
    const plugin = fileURLToPath(new URL('../../native-plugin/package.json', import.meta.url));
    const { exports } = here(plugin) as { readonly exports: Readonly<Record<string, string>> };
    expect(help.schemas.config).toBe('capacitor-identity-vault/config.schema.json');
    expect(Object.keys(exports)).toContain('./config.schema.json');
  });
});
