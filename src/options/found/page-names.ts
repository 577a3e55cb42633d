/** Pages for people who are not signed in: a guard on them would lock everybody out, and is refused. */
const forSignedOutUsers =
  /^(.*\/)?(log-?in|sign-?in|sign-?up|register|registration|reset|reset-?password|forgot-?password|auth)(\/.*)?$/i;

export function isForSignedOutUsers(path: string): boolean {
  return forSignedOutUsers.test(path);
}

/** First words of pages for signing in and up, and of what belongs to that. */
const signingIn = [
  ...['login', 'log-in', 'signin', 'sign-in', 'signup', 'sign-up', 'signed-out', 'logout', 'log-out', 'auth', 'sso'],
  ...['register', 'registration', 'enrol', 'enroll', 'enrolment', 'enrollment', 'reset', 'forgot', 'recover', 'verify'],
  ...['callback', 'unlock', 'acceso', 'acesso', 'registro', 'cadastro'],
];

/**
 * First words of pages that apps show before anybody signs in. A guard is never put there by itself: it would keep people
 * out of the sign-in, and leave the pages behind it open. Whoever asks for one gets it.
 */
const publicNames = [
  ...signingIn,
  // introductions
  ...[
    'welcome',
    'landing',
    'tutorial',
    'intro',
    'introduction',
    'onboarding',
    'onboard',
    'start',
    'starter',
    'started',
  ],
  ...['get-started', 'getting-started', 'splash', 'walkthrough', 'slides', 'entrada', 'bienvenida', 'bienvenido'],
  // for everybody
  ...['terms', 'privacy', 'legal', 'imprint', 'not-found', '404', 'error', 'offline', 'maintenance'],
];

/** By its first words, in any segment: `login-nurse` and `pages/welcomePage`, but not `starters`. */
export function isPublicPage(path: string): boolean {
  return wordsOf(path).some((words) => publicNames.some((name) => startsWith(words, name)));
}

/** Whether a page is called like one for people who have not signed in yet: nobody wants a guard there. */
export function isForStrangers(path: string): boolean {
  const isSigningIn = wordsOf(path).some((words) => signingIn.some((name) => startsWith(words, name)));
  return isSigningIn || isForSignedOutUsers(path) || isSignIn(path);
}

/** Whether a page is what an app calls the one behind its sign-in. */
export function isHomeName(path: string): boolean {
  return /^(home|tabs|app|main|dashboard)$/i.test(path);
}

/** Sign-in pages, the likeliest first. */
const signInPaths = [
  ...['login', 'log-in', 'signin', 'sign-in', 'auth/login', 'auth/log-in', 'auth/signin', 'auth/sign-in'],
  ...['auth', 'enrol', 'enroll'],
];

/** What such pages are called in other languages. */
const foreignSignIns = [
  ...[
    'connexion',
    'se-connecter',
    'identification',
    'anmelden',
    'anmeldung',
    'einloggen',
    'entrar',
    'acceder',
    'acceso',
  ],
  ...['acesso', 'iniciar-sesion', 'ingresar', 'ingreso', 'identificarse', 'accedi', 'accesso', 'inloggen', 'aanmelden'],
  ...['logga-in', 'logg-inn', 'log-ind', 'kirjaudu', 'zaloguj', 'logowanie', 'prihlaseni', 'giris', 'masuk'],
];

/** Whether a page is called like one where users sign in, whatever the language. */
export function isSignIn(path: string): boolean {
  const last = wordsOf(path).at(-1) ?? '';
  return findSignIn([path]) !== undefined || foreignSignIns.some((name) => startsWith(last, name));
}

/** Whether the class of a page is called so, whatever its path: `LoginPage`, `SignInComponent`, `AnmeldenPage`. */
export function isSignInPage(className: string): boolean {
  const name = className.replace(/(Page|Component|View|Screen)+$/, '');
  const [words = ''] = wordsOf(name);
  return /^(log-?in|sign-?in)$/.test(words) || foreignSignIns.includes(words);
}

/** Pages for people who have signed in and may not go on. */
export function isRefusal(path: string): boolean {
  return /forbidden|denied|unauthori[sz]ed|no-?(access|permission)|not-?allowed|40[134]|not-?found|paywall|upgrade|maintenance|offline|error/i.test(
    path,
  );
}

/** The path of the page where users sign in already, among those of an app: `sign-in`, `auth/login`, `login-nurse`. */
export function findSignIn(paths: readonly string[]): string | undefined {
  const named = signInPaths.flatMap((known) => paths.filter((path) => wordsOf(path).join('/') === known));
  const firstWords = signInPaths.filter((known) => !known.startsWith('auth'));
  const alike = firstWords.flatMap((name) => paths.filter((path) => startsWith(wordsOf(path).at(-1) ?? '', name)));
  return named[0] ?? alike[0];
}

/** Whether users may sign in on a page below this one. */
export function mayHoldSignIn(path: string): boolean {
  return /^(auth|authentication|account|accounts|public)$/i.test(path);
}

function wordsOf(path: string): string[] {
  return path.split('/').map((segment) =>
    segment
      .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
      .replaceAll('_', '-')
      .toLowerCase(),
  );
}

function startsWith(words: string, name: string): boolean {
  return words === name || words.startsWith(`${name}-`);
}

/** Guards that let nobody in who is not signed in, as apps name them; not those that do the opposite. */
export function isAuthGuard(name: string): boolean {
  return /auth|log(ged)?-?in|sign(ed)?-?in|session|identity/i.test(name) && !isGuestGuard(name);
}

/** Guards that let nobody in who has signed in; `redirectUnauthorizedTo` sends the others away. */
export function isGuestGuard(name: string): boolean {
  return /reverse|guest|anonym|public|redirect(?!un-?auth)|already|(no|not|non|(?<!redirect)un)-?(auth|log|sign)/i.test(
    name,
  );
}
