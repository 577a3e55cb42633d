import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { addOptionFlags, flagsOf } from '../../src/cli/flags/option-flags.ts';
import { commands } from '../../src/commands/commands.ts';
import { usesPasscode } from '../../src/options/auth-modes.ts';
import { catalog } from '../../src/options/catalog/catalog.ts';
import { printConfig, readConfig } from '../../src/options/catalog/config-file.ts';
import type { Entries } from '../../src/options/entries/entries.ts';
import { choice } from '../../src/options/kinds.ts';
import { always, option, type AnyOption, type OptionsOf } from '../../src/options/option.ts';
import { optionsTable } from '../../src/options/catalog/options-table.ts';
import type { Options } from '../../src/options/options.ts';
import { configSchema } from '../../src/options/catalog/schema.ts';
import type { HelpDocument } from '../../src/report/documents.ts';
import { describeProgram } from '../../src/report/describe-program.ts';
import { conductInterview } from '../../src/resolve/prompt/conduct-interview.ts';
import { Interview } from '../../src/resolve/prompt/interview.ts';
import type { Asker } from '../../src/resolve/prompt/asker.ts';
import { flagSource, readEnvironment } from '../../src/resolve/read-environment.ts';
import { replayCommand } from '../../src/resolve/replay.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fakeProject } from '../support/fake-project.ts';

/** All that a new option needs besides its use in a template: this entry, in one of the groups of the catalog. */
const fadeOut = option('fadeOut', {
  kind: choice(['slow', 'fast']),
  group: 'vault',
  ask: 'first',
  help: 'How the page fades when the vault locks',
  consequence: 'It is covered at once either way.',
  choices: {
    slow: { label: 'Slowly', hint: 'nice to look at', text: 'Nice to look at.' },
    fast: { label: 'Fast', hint: 'nobody waits', text: 'Nobody waits.' },
  },
  fallback: always('slow'),
  relevant: usesPasscode,
});

/** As one more line in a group of the catalog; the type of the options is judged below. */
const all = catalog as readonly AnyOption[] as AnyOption[];
beforeAll(() => void all.push(fadeOut));
afterAll(() => void all.pop());

describe('an entry of the catalog is all that makes', () => {
  const program = () => addOptionFlags(new Command('test').exitOverride());

  test('a flag with its help', () => {
    expect(flagsOf(program().parse(['--fade-out', 'fast'], { from: 'user' }))).toEqual({ fadeOut: 'fast' });
    expect(program().helpInformation().replaceAll(/\s+/g, ' ')).toContain(
      '--fade-out <slow|fast> How the page fades when the vault locks (default: slow)',
    );
  });

  test('a variable', () => {
    expect(readEnvironment({ IDENTITY_VAULT_FADE_OUT: 'fast' })).toMatchObject({
      values: { fadeOut: 'fast' },
      problems: [],
    });
  });

  test('a key of the configuration file, checked as its kind says', () => {
    const { options, provenance } = resolve({ config: readConfig('{ "fadeOut": "fast" }') }, fakeProject());
    expect({ ...options, ...{ origin: (provenance as Record<string, string>)['fadeOut'] } }).toMatchObject({
      fadeOut: 'fast',
      origin: 'config',
    });
    expect(printConfig(options)).toContain('"fadeOut": "fast"');
    expect(() => resolve({ config: readConfig('{ "fadeOut": "fats" }') }, fakeProject())).toThrow('did you mean fast?');
  });

  test('a default, and a word in the command that repeats a run', () => {
    expect(resolve({}, fakeProject()).options).toMatchObject({ fadeOut: 'slow' });
    const chosen = resolve({ flag: flagSource({ fadeOut: 'fast' }) }, fakeProject());
    expect(replayCommand(chosen)).toBe('npx create-identity-vault --fade-out=fast --yes');
  });

  test('a question, where it is relevant', async () => {
    expect(await asked({})).toContainEqual({
      title: 'How the page fades when the vault locks',
      hint: 'It is covered at once either way.',
      choices: [
        { value: 'slow', name: 'Slowly', hint: 'nice to look at', description: 'Nice to look at.' },
        { value: 'fast', name: 'Fast', hint: 'nobody waits', description: 'Nobody waits.' },
      ],
      current: 'slow',
      canGoBack: true,
    });
    const titles = (await asked({ authMode: 'BiometricOnly' })).map(({ title }) => title);
    expect(titles).not.toContain('How the page fades when the vault locks');
    expect(titles).toContain('How do people unlock the app?');
  });

  test('a property of the schema, and a row of the documentation', () => {
    expect(configSchema()['properties']).toMatchObject({
      fadeOut: {
        enum: ['slow', 'fast'],
        default: 'slow',
        description:
          'How the page fades when the vault locks. It is covered at once either way. slow: Nice to look at. fast: Nobody waits.',
      },
    });
    expect(optionsTable()).toContain('| `fadeOut`<br>`--fade-out`<br>`IDENTITY_VAULT_FADE_OUT` | How the page fades');
  });

  test('an entry of --json-help', () => {
    const help = JSON.parse(describeProgram(program(), '1.0.0', commands)) as HelpDocument;
    expect(help.flags.find(({ name }) => name === '--fade-out')).toMatchObject({
      type: 'choice',
      default: 'slow',
      key: 'fadeOut',
      variable: 'IDENTITY_VAULT_FADE_OUT',
      commands: ['setup', 'info'],
    });
  });

  test('a member of the options, with the type of its kind', () => {
    type With = OptionsOf<readonly [...Entries, typeof fadeOut]>;
    expectTypeOf<With['fadeOut']>().toEqualTypeOf<'slow' | 'fast'>();
    expectTypeOf<Omit<With, 'fadeOut'>>().toEqualTypeOf<Options>();
    // @ts-expect-error -- a default that is no value of the kind
    expect(() => option('fadeIn', { ...fadeOut, fallback: always('never') })).not.toThrow();
  });
});

describe('the type of the options', () => {
  test('is as precise as the kinds, readonly, and optional where no value is needed', () => {
    expectTypeOf<Options['authMode']>().toEqualTypeOf<
      | 'BiometricAndPasscode'
      | 'BiometricOnly'
      | 'PasscodeOnly'
      | 'BiometricOrPasscode'
      | 'InMemoryOnly'
      | 'SecureStorage'
    >();
    expectTypeOf<Pick<Options, 'framework' | 'lockAfter' | 'tests' | 'guardedRoutes' | 'plugin'>>().toEqualTypeOf<{
      readonly framework: string;
      readonly lockAfter: number;
      readonly tests: boolean;
      readonly guardedRoutes: readonly string[];
      readonly plugin?: string;
    }>();
    expectTypeOf<Options['session'][number]>().toEqualTypeOf<{
      readonly name: string;
      readonly type: 'string' | 'number' | 'boolean' | 'string[]' | 'number[]' | 'boolean[]';
    }>();
    expect(catalog.find(({ key }) => key === 'framework')?.kind.schema).toMatchObject({ enum: ['angular'] });
    const optional = catalog.filter(({ auth, required }) => !required && auth !== 'oidc');
    expect(optional.map(({ key }) => key)).toEqual(['plugin']);
  });
});

/** The questions of an interview that is answered with Enter. */
async function asked(given: Readonly<Record<string, unknown>>): Promise<{ readonly title: string }[]> {
  const questions: { readonly title: string }[] = [];
  const ignore = (): void => undefined;
  const answer = async <T>(question: { readonly title: string; readonly current: T }): Promise<T> => {
    questions.push(question);
    return Promise.resolve(question.current);
  };
  const asker: Asker = { say: ignore, close: ignore, choose: answer, select: answer, line: answer };
  const resolved = resolve({ config: readConfig(JSON.stringify(given)) }, fakeProject());
  await conductInterview(asker, new Interview(resolved, fakeProject()), false);
  return questions;
}
