import type { Note, Project } from '../types.ts';
import { origin } from './catalog/session.ts';
import { outdatedVersions } from './outdated-versions.ts';
import type { Resolved } from './resolve.ts';
import { areRoutesKnown, unreadSignIns } from './routes.ts';

type Chosen = Pick<Resolved, 'options' | 'provenance'>;

/** What is allowed and still worth saying: risky, without effect, or left open. */
export function notesOn(chosen: Chosen, project: Project): Note[] {
  const pairs = [
    ...onOrigins(chosen, project),
    ...onLocking(chosen),
    ...onPasscode(chosen),
    ...onRoutes(chosen, project),
  ];
  const outdated = outdatedVersions(project).map(({ code, text, guide }): Pair => [code, `${text} Update: ${guide}`]);
  return [...outdated, ...pairs].map(([code, text]) => ({ code, text }));
}

type Pair = readonly [code: string, text: string];

/** Origins found in the app that a token may go to. */
export function usableOrigins({ framework }: Project): string[] {
  return framework.apiOrigins.filter((found) => 'value' in origin.parseJson(found));
}

/** An address in the sources is no permission to send a token there: only somebody's word is. */
function onOrigins({ options, provenance }: Chosen, project: Project): Pair[] {
  if (options.apiOrigins.length > 0) return [];
  const found = usableOrigins(project);
  const isAnswered = !['default', 'config'].includes(provenance.apiOrigins);
  if (found.length > 0 && !isAnswered) {
    return [
      [
        'api-origins-unconfirmed',
        `The token is sent nowhere: environment*.ts names ${found.join(', ')}, and nobody confirmed it. ` +
          `To send the token there: --api-origins ${found.join(',')}`,
      ],
    ];
  }
  return [['api-origins-empty', 'The token is sent nowhere: name your API with --api-origins.']];
}

function onLocking({ options }: Chosen): Pair[] {
  const { authMode, lockAfter, hideScreenOnBackground } = options;
  const pairs: Pair[] = [];
  if (authMode === 'SecureStorage') {
    const text =
      'SecureStorage never locks and never asks (lockAfter has no effect): whoever holds the unlocked device has the session.';
    pairs.push(['no-prompt', text]);
  } else if (lockAfter === 0) {
    pairs.push(['never-locks', 'lockAfter is 0: the vault never locks while the app runs.']);
  } else if (lockAfter < 1000) {
    const text = `lockAfter is in milliseconds: ${String(lockAfter)} locks as good as at once, also after a glance at another app.`;
    pairs.push(['locks-at-once', text]);
  }
  if (authMode === 'InMemoryOnly') {
    pairs.push(['sign-in-again', 'InMemoryOnly stores nothing: whenever it locks, the user has to sign in again.']);
  }
  if (!hideScreenOnBackground) {
    pairs.push(['screen-visible', 'hideScreenOnBackground is off: the last page stays readable in the app switcher.']);
  }
  return pairs;
}

function onPasscode({ options }: Chosen): Pair[] {
  const { authMode, allowSystemPinFallback, passcodePrompt, shouldClearVaultAfterTooManyFailedAttempts } = options;
  const hasPasscode = ['BiometricAndPasscode', 'PasscodeOnly', 'BiometricOrPasscode'].includes(authMode);
  const pairs: Pair[] = [];
  if (authMode === 'BiometricOnly' && !allowSystemPinFallback) {
    pairs.push(['no-second-way', 'BiometricOnly has no second way in, and does not work on the web.']);
  }
  if (allowSystemPinFallback) {
    const text =
      'allowSystemPinFallback needs Android 11 or newer; below, setting the vault up fails (SecurityNotAvailable).';
    pairs.push(['system-pin', text]);
  }
  if (passcodePrompt === 'custom' && !hasPasscode) {
    pairs.push([
      'passcode-unused',
      `passcodePrompt is custom, and ${authMode} has no passcode: the modal is never shown.`,
    ]);
  }
  if (hasPasscode && !shouldClearVaultAfterTooManyFailedAttempts) {
    const text =
      'shouldClearVaultAfterTooManyFailedAttempts is off: a passcode may be guessed at for ever, with growing delays only.';
    pairs.push(['guessing-allowed', text]);
  }
  return pairs;
}

function onRoutes(chosen: Chosen, project: Project): Pair[] {
  const pairs = onSignIn(chosen, project);
  if (chosen.options.guardedRoutes.length > 0) return pairs;
  return [...pairs, ['nothing-guarded', 'No route is guarded: name some with --guarded-routes.']];
}

/** A second login page beside one that could not be seen. */
function onSignIn({ options, provenance }: Chosen, project: Project): Pair[] {
  if (options.loginPage === 'existing' || provenance.loginPage !== 'detected') return [];
  const flags = '--login-page existing --login-path';
  if (!areRoutesKnown(project)) {
    const text = `The app’s routes could not be read. If it has a sign-in page, name it: ${flags} <path>`;
    return [['sign-in-not-read', text]];
  }
  return unreadSignIns(project).map((path) => [
    'sign-in-not-read',
    `The pages below "${path}" are loaded when they are needed and were not read. If users sign in there: ${flags} ${path}/<path>`,
  ]);
}
