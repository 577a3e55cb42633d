import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagSource } from '../../../src/resolve/read-environment.ts';
import { replayCommand } from '../../../src/resolve/replay.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { anyOptions, appRoutes } from '../../support/any-options.ts';
import { fakeProject } from '../../support/fake-project.ts';
import { addOptionFlags, flagsOf } from '../../../src/cli/flags/option-flags.ts';
import { catalog, flagName } from '../../../src/options/catalog/catalog.ts';
import { readConfig, printConfig } from '../../../src/options/catalog/config-file.ts';

function program(): Command {
  return addOptionFlags(
    new Command('test')
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .option('--yes'),
  );
}

function flags(...argv: string[]): unknown {
  return flagsOf(program().parse(argv, { from: 'user' }));
}

describe('flags', () => {
  test('only what was typed counts, also for --no- forms', () => {
    expect(flags()).toEqual({});
    expect(flags('--yes')).toEqual({});
    expect(flags('--no-tests', '--unlock-on-ready')).toEqual({ tests: false, unlockOnReady: true });
    expect(flags('--lock-after', '0', '--session=')).toEqual({ lockAfter: '0', session: '' });
  });

  test('a list may be given piece by piece', () => {
    expect(flags('--api-origins', 'https://a.example', '--api-origins', 'https://b.example')).toEqual({
      apiOrigins: 'https://a.example,https://b.example',
    });
  });

  test.each(catalog.map(({ key, kind }) => ({ key, isBoolean: kind.name === 'boolean' })))(
    '$key has its flag',
    ({ key, isBoolean }) => {
      const name = flagName(key);
      if (isBoolean) {
        expect(flags(`--${name}`)).toEqual({ [key]: true });
        expect(flags(`--no-${name}`)).toEqual({ [key]: false });
      } else {
        expect(flags(`--${name}`, 'x')).toEqual({ [key]: 'x' });
        expect(() => flags(`--${name}`)).toThrow('argument missing');
      }
    },
  );

  test('the help names the values and the defaults', () => {
    const help = program().helpInformation().replaceAll(/\s+/g, ' ');
    expect(help).toContain(
      '--auth-mode <mode> How the vault is unlocked: BiometricAndPasscode, BiometricOnly, PasscodeOnly,',
    );
    expect(help).toContain('--lock-after <ms> Lock after this many milliseconds in the background (default: 5000)');
    expect(help).toContain('--passcode-prompt <native|custom> Who asks for the passcode (default: native)');
    expect(help).toContain('(default: yes)');
  });

  test('an unknown flag is refused with the likely meaning', () => {
    expect(() => flags('--lok-after', '1')).toThrow('--lock-after');
  });
});

describe('the replay command', () => {
  const app = fakeProject({ routes: appRoutes, project: 'app' });

  /** What a shell makes of the command. */
  function replayed(command: string): unknown {
    const script = command.replace(/^npx create-identity-vault/, "printf '%s\\0'");
    return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  }

  test('says no more than what was chosen', () => {
    expect(replayCommand(resolve({}, app))).toBe('npx create-identity-vault --yes');
    const chosen = resolve(
      { flag: flagSource({ lockAfter: '5000', tests: false, homePath: 'home', androidPromptTitle: "Who's there?" }) },
      app,
    );
    expect(replayCommand(chosen)).toBe(
      `npx create-identity-vault --android-prompt-title='Who'\\''s there?' --no-tests --yes`,
    );
  });

  test('names the project of a workspace when somebody had to', () => {
    const chosen = resolve({ flag: flagSource({ project: 'app' }) }, app);
    expect(replayCommand(chosen)).toBe('npx create-identity-vault --project=app --yes');
  });

  test('on a re-run it still says no more: the configuration file holds every option', () => {
    const config = readConfig(printConfig(resolve({ flag: flagSource({ lockAfter: '7' }) }, app).options));
    expect(replayCommand(resolve({ config }, app))).toBe(
      'npx create-identity-vault --project=app --lock-after=7 --yes',
    );
  });

  test('property: through a shell and the flags it gives the same options', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const chosen = resolve(
          { config: readConfig(printConfig(options)), flag: flagSource({ packageManager: options.packageManager }) },
          app,
        );
        const argv = replayed(replayCommand(chosen)) as string[];
        expect(resolve({ flag: flagSource(flagsOf(program().parse(argv, { from: 'user' }))) }, app).options).toEqual(
          options,
        );
      }),
      { numRuns: 50 },
    );
  });
});
