import type { Project } from '../../model/project.ts';
import { usesBiometrics, type WithAuthMode } from '../auth-modes.ts';
import { boolean, choice, text } from '../kinds.ts';
import { always, option } from '../option.ts';
import { filledLine } from './prompts.ts';

const showsFaceId = (options: WithAuthMode, { native }: Project): boolean =>
  usesBiometrics(options) && native.plists.length + native.generatedPlists.length > 0;

/** Specs, the native projects and the installation. */
export const installOptions = [
  option('faceIdUsage', {
    kind: filledLine,
    group: 'ios',
    ask: 'more',
    help: 'What iOS tells the user about Face ID',
    consequence:
      'Goes into each app’s Info.plist, where the mode has biometrics: without a text, iOS ends the app when it first uses Face ID.',
    fallback: always('Use Face ID to authenticate yourself and login'),
    relevant: showsFaceId,
  }),
  option('replaceFaceIdUsage', {
    kind: boolean,
    group: 'ios',
    ask: 'more',
    help: 'Replace a Face ID text that is there already',
    consequence: 'No: the app’s own text is kept.',
    fallback: always(false),
    relevant: showsFaceId,
  }),
  option('tests', {
    kind: boolean,
    group: 'code',
    ask: 'more',
    help: 'Generate specs beside the code',
    consequence:
      'They run under Vitest, Jest and Karma alike. None where the workspace’s component defaults say skipTests.',
    fallback: ({ project }) => ({ value: project.framework.skipsTests !== true, origin: 'detected' }),
  }),
  /** A script in package.json that runs `check` with the version that wrote it. */
  option('ciScript', {
    kind: boolean,
    group: 'install',
    ask: 'more',
    help: 'Add a script to package.json that checks the set-up in CI',
    consequence:
      'identity-vault:check runs exactly the version that wrote the code. An existing script of that name is kept.',
    fallback: always(false),
  }),
  /** What the vault package is installed from, as npm takes it; absent for the default. */
  option('plugin', {
    kind: text({ what: 'a package specifier as npm takes it', pattern: /^[^\s-]\S*$/, placeholder: '<spec>' }),
    group: 'install',
    ask: 'never',
    help: 'What the vault package is installed from',
    consequence: 'The default is the release of the same version.',
    fallback: () => ({ value: undefined, origin: 'default' }),
    required: false,
  }),
  option('packageManager', {
    kind: choice(['npm', 'pnpm', 'yarn', 'bun']),
    group: 'install',
    ask: 'never',
    help: 'Package manager of the app',
    consequence: 'Detected from the lock file.',
    fallback: ({ project }) => ({ value: project.packageManager.name, origin: 'detected' }),
    inConfig: false,
  }),
] as const;
