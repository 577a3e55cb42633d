import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import { usesPasscode } from '../options/auth-modes.ts';
import { flagName, optionsFor } from '../options/catalog/catalog.ts';
import { isForAuth } from '../options/is-relevant.ts';
import type { Provenance } from '../options/options.ts';
import { findOrigins, printOrigin } from '../options/found/api-origins.ts';
import { outdatedVersions } from './outdated-versions.ts';
import type { Filled } from './resolved.ts';
import { unreadSignIns } from '../options/found/sign-in.ts';

/** What is allowed and still worth saying: risky, without effect, or left open. */
export function notesOn(filled: Filled, project: Project): Note[] {
  const pairs = [
    ...onOrigins(filled, project),
    ...onAuth(filled, project),
    ...onLocking(filled),
    ...onPasscode(filled),
    ...onRoutes(filled, project),
    ...onNames(filled, project),
  ];
  const outdated = outdatedVersions(project).map(({ code, text, remedy }): Pair => [code, `${text} ${remedy}`]);
  return [...outdated, ...pairs].map(([code, text]) => ({ code, text }));
}

type Pair = readonly [code: string, text: string];

/** An address in the sources is no permission to send a token there: a person has to name it. */
function onOrigins({ options, provenance }: Filled, project: Project): Pair[] {
  if (options.apiOrigins.length > 0) return [];
  const isAnswered = !['default', 'config'].includes(provenance.apiOrigins);
  const { likely, passedOver } = findOrigins(project);
  if (!isAnswered && likely.length + passedOver.length > 0) return [['api-origins-unconfirmed', unconfirmed(project)]];
  return [['api-origins-empty', 'The token is sent nowhere: name your API with --api-origins.']];
}

/** One origin is suggested, never all: each address in an app is there for a reason of its own. */
function unconfirmed(project: Project): string {
  const { likely, passedOver } = findOrigins(project);
  const [first] = likely;
  const suggestion = first
    ? `${project.framework.originFiles} names ${likely.map(printOrigin).join(', ')}. If ${first.origin} is your API: --api-origins ${first.origin}.`
    : 'Name your API with --api-origins.';
  const others = passedOver.map(({ origin, what }) => `${origin} (${what})`).join(', ');
  const rest = others === '' ? '' : ` Not suggested: ${others}.`;
  return `The token is sent nowhere: no origin was confirmed. ${suggestion}${rest}`;
}

/** Said on this very command line; what is in the configuration waits there for a change back. */
const saidNow: readonly Provenance[] = ['flag', 'environment', 'answers'];

function onAuth({ options, provenance }: Filled, project: Project): Pair[] {
  return optionsFor(project).flatMap((option): Pair[] => {
    if (isForAuth(option, options) || !saidNow.includes(provenance[option.key])) return [];
    const text = `--${flagName(option.key)} has no effect: it is for --auth ${String(option.auth)}, and this app has ${options.auth}.`;
    return [['option-unused', text]];
  });
}

function onLocking({ options }: Filled): Pair[] {
  const { authMode, lockAfter, hideScreenOnBackground } = options;
  const pairs: Pair[] = [];
  if (authMode === 'SecureStorage') {
    const text =
      'SecureStorage never locks and never asks (lockAfter has no effect): anyone who holds the unlocked device has the session.';
    pairs.push(['no-prompt', text]);
  } else if (lockAfter === 0) {
    pairs.push(['never-locks', 'lockAfter is 0: the vault never locks while the app runs.']);
  } else if (lockAfter < 1000) {
    const text = `lockAfter is in milliseconds: ${String(lockAfter)} locks almost at once, even after a glance at another app.`;
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

function onPasscode({ options }: Filled): Pair[] {
  const { authMode, allowSystemPinFallback, passcodePrompt, shouldClearVaultAfterTooManyFailedAttempts } = options;
  const hasPasscode = usesPasscode(options);
  const pairs: Pair[] = [];
  if (authMode === 'BiometricOnly' && !allowSystemPinFallback) {
    pairs.push(['no-second-way', 'BiometricOnly has no second way in, and does not work on the web.']);
  }
  if (allowSystemPinFallback) {
    const text = 'allowSystemPinFallback needs Android 11 or newer; below, setting the vault up fails (PolicyNotMet).';
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
      'shouldClearVaultAfterTooManyFailedAttempts is off: the number of wrong passcodes is not limited; growing delays slow down guessing.';
    pairs.push(['guessing-allowed', text]);
  }
  return pairs;
}

function onRoutes(filled: Filled, project: Project): Pair[] {
  const pairs = onSignIn(filled, project);
  if (filled.options.guardedRoutes.length > 0) return pairs;
  return [...pairs, ['nothing-guarded', 'No route is guarded: name some with --guarded-routes.']];
}

/** A second login page beside one that could not be seen. */
function onSignIn({ options, provenance }: Filled, project: Project): Pair[] {
  const isNamed = [provenance.loginPage, provenance.loginPath].some((origin) => origin !== 'detected');
  if (options.loginPage === 'existing' || isNamed) return [];
  const flags = '--login-page existing --login-path';
  if (!project.framework.areRoutesKnown) {
    const text = `The app’s routes could not be read. If it has a sign-in page, name it: ${flags} <path>`;
    return [['sign-in-not-read', text]];
  }
  return unreadSignIns(project).map((path) => [
    'sign-in-not-read',
    `The pages below "${path}" are loaded when they are needed and were not read. If users sign in there: ${flags} ${path}/<path>`,
  ]);
}

/** What the app has of its own keeps working beside what is generated; whether it should is for its authors to say. */
function onNames({ options, provenance }: Filled, project: Project): Pair[] {
  return optionsFor(project).flatMap(({ key, kind, names }): Pair[] => {
    if (names === undefined || provenance[key] !== 'detected' || options[key] === names.usual) return [];
    const name = kind.print(options[key]);
    const text = `The app already has ${names.what} with the usual name, so the generated one is called ${name}. If it replaces the app’s own, take that one out.`;
    return [['other-name', text]];
  });
}
