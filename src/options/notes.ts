import type { Note, Project } from '../types.ts';
import { origin } from './catalog/session.ts';
import { outdatedVersions } from './outdated-versions.ts';
import type { Resolved } from './resolve.ts';

type Chosen = Pick<Resolved, 'options' | 'provenance'>;

/** What is allowed and still worth saying: risky, without effect, or left open. */
export function notesOn(chosen: Chosen, project: Project): Note[] {
  const pairs = [...onOrigins(chosen, project), ...onLocking(chosen), ...onPasscode(chosen), ...onRoutes(chosen)];
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
    return [['api-origins-unconfirmed', unconfirmed(found)]];
  }
  return [['api-origins-empty', 'The token is sent nowhere: name your API with --api-origins.']];
}

/** Among several addresses are those of sign-in services and of analytics: no line to paste names them all. */
function unconfirmed(found: readonly string[]): string {
  const names = `The token is sent nowhere: environment*.ts names ${found.join(', ')}`;
  return found.length === 1
    ? `${names}, and nobody confirmed it. To send the token there: --api-origins ${found.join()}`
    : `${names}, and nobody said which of them are yours. Name those that may see the token: --api-origins <origin,…>`;
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

function onRoutes({ options }: Chosen): Pair[] {
  return options.guardedRoutes.length > 0
    ? []
    : [['nothing-guarded', 'No route is guarded: name some with --guarded-routes.']];
}
