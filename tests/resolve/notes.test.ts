import { expect, test } from 'vitest';
import type { Note } from '../../src/model/plan.ts';
import type { AngularOptions as Options } from '../../src/frameworks/angular/angular-options.ts';
import type { Provenance } from '../../src/options/options.ts';
import { notesOn } from '../../src/resolve/notes.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';
import { fakeOptions } from '../support/stages.ts';

interface Row {
  readonly case: string;
  readonly facts?: Facts;
  readonly options?: Partial<Options>;
  /** Where a value came from, where that is not the default. */
  readonly from?: Partial<Record<keyof Options, Provenance>>;
  readonly notes: readonly (readonly [code: string, text: string])[];
}

/** What is said of options, in an app that gives no other reason to say anything. */
function notesOf({ facts, options, from }: Pick<Row, 'facts' | 'options' | 'from'>): Note[] {
  const project = fakeProject(facts);
  const provenance = { ...resolve({}, project).provenance, ...from };
  const said = fakeOptions({ apiOrigins: ['https://api.example.com'], ...options }, project);
  return notesOn({ options: said, provenance, guessed: [] }, project);
}

const empty = ['api-origins-empty', 'The token is sent nowhere: name your API with --api-origins.'] as const;
const unread = (text: string) => ['sign-in-not-read', text] as const;
const flags = '--login-page existing --login-path';
const rxjs =
  'The app uses RxJS 6; the generated service needs 7.2 or newer. Update first: https://rxjs.dev/deprecations/breaking-changes';
const guessing = [
  'guessing-allowed',
  'shouldClearVaultAfterTooManyFailedAttempts is off: the number of wrong passcodes is not limited; growing delays slow down guessing.',
] as const;
const noPrompt = [
  'no-prompt',
  'SecureStorage never locks and never asks (lockAfter has no effect): anyone who holds the unlocked device has the session.',
] as const;
const systemPin = [
  'system-pin',
  'allowSystemPinFallback needs Android 11 or newer; below, setting the vault up fails (PolicyNotMet).',
] as const;

test.each<Row>([
  { case: 'nothing is worth saying', notes: [] },

  { case: 'no origin, and none in the app', options: { apiOrigins: [] }, notes: [empty] },
  {
    case: 'no origin, and one in the app: it is suggested',
    facts: { apiOrigins: [{ origin: 'https://a.example.com', keys: ['apiUrl'] }] },
    options: { apiOrigins: [] },
    notes: [
      [
        'api-origins-unconfirmed',
        'The token is sent nowhere: no origin was confirmed. environment*.ts names https://a.example.com (apiUrl). If https://a.example.com is your API: --api-origins https://a.example.com.',
      ],
    ],
  },
  {
    case: 'no origin, and only one that is no API',
    facts: { apiOrigins: ['https://example.okta.com'] },
    options: { apiOrigins: [] },
    from: { apiOrigins: 'config' },
    notes: [
      [
        'api-origins-unconfirmed',
        'The token is sent nowhere: no origin was confirmed. Name your API with --api-origins. Not suggested: https://example.okta.com (an identity provider).',
      ],
    ],
  },
  ...(['prompt', 'flag', 'environment', 'answers'] as const).map((origin) => ({
    case: `no origin by ${origin}, whatever the app has: it is somebody’s word`,
    facts: { apiOrigins: ['https://a.example.com'] },
    options: { apiOrigins: [] },
    from: { apiOrigins: origin },
    notes: [empty],
  })),

  { case: 'SecureStorage', options: { authMode: 'SecureStorage' }, notes: [noPrompt] },
  {
    case: 'SecureStorage, where no time counts',
    options: { authMode: 'SecureStorage', lockAfter: 0 },
    notes: [noPrompt],
  },
  {
    case: 'no time after which it locks',
    options: { lockAfter: 0 },
    notes: [['never-locks', 'lockAfter is 0: the vault never locks while the app runs.']],
  },
  {
    case: 'a time of less than a second: seconds were meant',
    options: { lockAfter: 999 },
    notes: [
      ['locks-at-once', 'lockAfter is in milliseconds: 999 locks almost at once, even after a glance at another app.'],
    ],
  },
  { case: 'a time of a second', options: { lockAfter: 1000 }, notes: [] },
  {
    case: 'InMemoryOnly',
    options: { authMode: 'InMemoryOnly' },
    notes: [['sign-in-again', 'InMemoryOnly stores nothing: whenever it locks, the user has to sign in again.']],
  },
  {
    case: 'the screen stays visible',
    options: { hideScreenOnBackground: false },
    notes: [['screen-visible', 'hideScreenOnBackground is off: the last page stays readable in the app switcher.']],
  },

  {
    case: 'BiometricOnly',
    options: { authMode: 'BiometricOnly' },
    notes: [['no-second-way', 'BiometricOnly has no second way in, and does not work on the web.']],
  },
  {
    case: 'BiometricOnly with the device’s passcode',
    options: { authMode: 'BiometricOnly', allowSystemPinFallback: true },
    notes: [systemPin],
  },
  { case: 'the device’s passcode in another mode', options: { allowSystemPinFallback: true }, notes: [systemPin] },
  ...(['BiometricAndPasscode', 'PasscodeOnly', 'BiometricOrPasscode'] as const).flatMap((authMode) => [
    {
      case: `${authMode} with a prompt of the app’s own`,
      options: { authMode, passcodePrompt: 'custom' as const },
      notes: [],
    },
    {
      case: `${authMode} with as many attempts as one likes`,
      options: { authMode, shouldClearVaultAfterTooManyFailedAttempts: false },
      notes: [guessing],
    },
  ]),
  {
    case: 'a prompt that is never shown',
    options: { authMode: 'InMemoryOnly', passcodePrompt: 'custom' },
    notes: [
      ['sign-in-again', 'InMemoryOnly stores nothing: whenever it locks, the user has to sign in again.'],
      ['passcode-unused', 'passcodePrompt is custom, and InMemoryOnly has no passcode: the modal is never shown.'],
    ],
  },
  {
    case: 'as many attempts as one likes at no passcode',
    options: { authMode: 'BiometricOnly', shouldClearVaultAfterTooManyFailedAttempts: false },
    notes: [['no-second-way', 'BiometricOnly has no second way in, and does not work on the web.']],
  },

  {
    case: 'nothing is guarded',
    options: { guardedRoutes: [] },
    notes: [['nothing-guarded', 'No route is guarded: name some with --guarded-routes.']],
  },
  {
    case: 'routes that could not be read',
    facts: { lost: true },
    options: { guardedRoutes: ['home'] },
    notes: [unread(`The app’s routes could not be read. If it has a sign-in page, name it: ${flags} <path>`)],
  },
  {
    case: 'pages that could not be read, below a name like a sign-in’s',
    facts: { routes: ['home', { path: 'auth', isLazy: true }, { path: 'shop', isLazy: true }] },
    notes: [
      unread(
        `The pages below "auth" are loaded when they are needed and were not read. If users sign in there: ${flags} auth/<path>`,
      ),
    ],
  },
  {
    case: 'the same, when somebody said that a page is generated',
    facts: { routes: ['home', { path: 'auth', isLazy: true }] },
    from: { loginPage: 'flag' },
    notes: [],
  },

  {
    case: 'the app has a guard of the usual name',
    options: { guardName: 'identityGuard' },
    notes: [
      [
        'other-name',
        'The app already has a guard with the usual name, so the generated one is called identityGuard. If it replaces the app’s own, take that one out.',
      ],
    ],
  },
  {
    case: 'the app has an interceptor of the usual name',
    options: { interceptorName: 'identityInterceptor' },
    notes: [
      [
        'other-name',
        'The app already has an interceptor with the usual name, so the generated one is called identityInterceptor. If it replaces the app’s own, take that one out.',
      ],
    ],
  },
  { case: 'a name that somebody chose', options: { guardName: 'gate' }, from: { guardName: 'flag' }, notes: [] },

  {
    case: 'versions that are too old come first',
    facts: { ionicMajor: 6, capacitor: { major: 6 }, dependencies: { rxjs: { range: '^6.0.0', major: 6 } } },
    options: { lockAfter: 0 },
    notes: [
      [
        'capacitor-unsupported',
        'The app uses Capacitor 6; the vault plugin needs 7 or newer. Update first: https://capacitorjs.com/docs/updating/7-0',
      ],
      [
        'ionic-unsupported',
        'The app uses Ionic 6; the generated pages need 7 or newer. Update first: https://ionicframework.com/docs/updating/7-0',
      ],
      ['rxjs-unsupported', rxjs],
      ['never-locks', 'lockAfter is 0: the vault never locks while the app runs.'],
    ],
  },
  {
    case: 'the oldest versions that will do',
    facts: { ionicMajor: 7, capacitor: { major: 7 }, dependencies: { rxjs: { range: '^7.2.0', major: 7 } } },
    notes: [],
  },
])('$case', ({ notes, ...given }) => {
  expect(notesOf(given).map(({ code, text }) => [code, text])).toEqual(notes);
});
