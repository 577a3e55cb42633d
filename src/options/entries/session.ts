import { offerOrigins } from '../found/offered-origins.ts';
import { choice } from '../kinds.ts';
import { list, sessionFields } from '../lists.ts';
import { always, option } from '../option.ts';
import { originKind } from '../origin-kind.ts';

/** What is kept and who gets it. */
export const sessionOptions = [
  option('session', {
    kind: sessionFields,
    group: 'session',
    ask: 'first',
    help: 'Fields of the session besides username and token',
    consequence: 'For example email:string,age:number. A login response without these fields is refused.',
    fallback: always([]),
  }),
  option('auth', {
    kind: choice(['generic']),
    group: 'session',
    ask: 'never',
    help: 'How users sign in',
    consequence: 'generic: the login page posts to <first API origin>/login.',
    fallback: always('generic'),
  }),
  option('apiOrigins', {
    kind: list(originKind),
    group: 'session',
    ask: 'first',
    help: 'Origins that get the token',
    consequence:
      'No other origin gets the token. If the list is empty, the token is sent nowhere, and the login page has no server to ask.',
    fallback: always([]),
    offers: offerOrigins,
  }),
] as const;
