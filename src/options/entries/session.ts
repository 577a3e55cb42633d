import { offerOrigins } from '../found/offered-origins.ts';
import { auths } from '../auth.ts';
import { choice } from '../kinds.ts';
import { list, sessionFields } from '../lists.ts';
import { always, option } from '../option.ts';
import { answerFieldKind, expiryFieldKind, loginFieldKind, loginUrlKind, refreshUrlKind } from '../login-kinds.ts';
import { originKind } from '../origin-kind.ts';

/** What is kept and who gets it. */
export const sessionOptions = [
  option('session', {
    kind: sessionFields,
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'Fields of the session besides username and token',
    question: 'Which fields does a session have besides username and token?',
    consequence: 'For example email:string,age:number. A login response without these fields is refused.',
    fallback: always([]),
  }),
  option('auth', {
    kind: choice(auths),
    group: 'session',
    ask: 'more',
    help: 'How users sign in',
    consequence: 'An app that changes from one to the other keeps no session: users sign in once more.',
    choices: {
      generic: {
        label: 'User name and password',
        hint: 'posted to your server',
        text: 'The login page posts user name and password to the login address.',
      },
      oidc: {
        label: 'OpenID Connect',
        hint: 'the provider’s own page asks for them',
        text: 'The login page leads to the provider’s own; the app gets its tokens, and never sees a password.',
      },
    },
    fallback: always('generic'),
  }),
  option('apiOrigins', {
    kind: list(originKind),
    group: 'session',
    ask: 'first',
    help: 'Origins that get the token',
    question: 'Which servers get the user’s token?',
    firstHint:
      'Their origins: of production, and of development like http://localhost:3000. No other server gets it; leave it empty if there is none yet.',
    consequence:
      'Each build uses those that are for it; production never uses localhost. If the list is empty, the token is sent nowhere, and users can’t sign in.',
    fallback: always([]),
    offers: offerOrigins,
  }),
  option('loginUrl', {
    kind: loginUrlKind,
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'Where the login page posts to',
    consequence:
      'A path is one at the first API origin of each build. A whole address is for production and for builds whose files name its origin; others use its path.',
    fallback: always('/login'),
  }),
  option('loginFields', {
    kind: list(loginFieldKind),
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'What the server calls user name and password',
    consequence: 'For example username:email,password. They are the members of the request’s JSON.',
    fallback: always(['username', 'password']),
  }),
  option('tokenField', {
    kind: answerFieldKind,
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'What the server’s answer calls the token',
    consequence:
      'For example access_token. The session has it as token. Where the answer has no username, the session has the one that was typed.',
    fallback: always('token'),
  }),
  option('expiryField', {
    kind: expiryFieldKind,
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'Where the server’s answer says how long the token is good',
    consequence:
      'For example expires_in, in seconds. The session has it as expiresIn. With --refresh-url, a token is renewed before it ends.',
    fallback: always(''),
  }),
  option('refreshUrl', {
    kind: refreshUrlKind,
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'Where a new token is asked for',
    consequence:
      'A path or an address, like --login-url. A token that ends is renewed there. If it is empty, users sign in again when the server refuses their token.',
    fallback: always(''),
  }),
  option('refreshTokenField', {
    kind: answerFieldKind,
    group: 'session',
    auth: 'generic',
    ask: 'more',
    help: 'What the server calls the refresh token',
    consequence:
      'It is in the answer to a sign-in, and in the request for a new token. The session has it as refreshToken.',
    fallback: always('refresh_token'),
    relevant: ({ refreshUrl }: { readonly refreshUrl: string }) => refreshUrl !== '',
  }),
] as const;
