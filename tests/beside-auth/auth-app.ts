/**
 * An app with a sign-in of its own, which the tool sets up: what a stranger has to know of it, and what has to come out. The app's
 * files are beside it, in `src/app`.
 */
export interface AuthApp {
  /** What the app is like, in a sentence or two. */
  readonly about: string;
  /** What the review calls it, where it has it. */
  readonly review?: string;
  /** Flags beside `--yes --no-install --allow-manual`. */
  readonly flags?: readonly string[];
  /** What the app has in `localStorage` while somebody is signed in to it. */
  readonly ownSession: Readonly<Record<string, string>>;
  /** Aliases of imports, for the app's tsconfig: their names are the case's alone. */
  readonly aliases?: Readonly<Record<string, string>>;

  /** Where people sign in, and the class of that page; `LoginPage` of the generated code where there is none. */
  readonly signIn: Screen;
  /** Where the app comes to from `/`. */
  readonly home: Screen;
  /** Whether a guard, or the page itself, sends people who are signed in to the app away from the sign-in page. */
  readonly hasGuestGuard?: boolean;
  /** Whether the app opens at its sign-in page, and goes on from there. */
  readonly startsAtSignIn?: boolean;
  /** Whether the app leaves its pages open to everybody: only the generated guard stands before them. */
  readonly hasNoGuard?: boolean;
  /**
   * Addresses where the generated guard is asked first: from the sign-in page it can't tell a stranger from a page that sends on who is
   * signed in to the app. Both get the unlock page, which says what to do.
   */
  readonly askedFirst?: readonly string[];
  /** Addresses behind the guard of home, home's own included, each with the class of its page. */
  readonly guarded: readonly Screen[];
  /** Addresses that are open to everybody. */
  readonly open?: readonly Screen[];

  /** The words on the buttons, where they aren't “Sign in” and “Sign out”. */
  readonly signInButton?: string;
  readonly signOutButton?: string;
  /** False: no button of the app signs out. */
  readonly hasSignOut?: false;
  /** The statement after which the app's page has signed somebody in, where it isn't `await this.auth.login('ada', 'secret');`. */
  readonly signsInWith?: string;

  /** What the run ends with. */
  readonly exitCode: 0 | 6;
  /** The options that were found, as the configuration keeps them. */
  readonly found: Found;
}

export interface Screen {
  readonly url: string;
  readonly page: string;
}

export interface Found {
  readonly loginPage: 'existing' | 'generate';
  readonly loginPath: string;
  readonly homePath: string;
  readonly guardedRoutes: readonly string[];
}
