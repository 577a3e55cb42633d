import { choice, text } from '../kinds.ts';
import { list, sessionFields } from '../lists.ts';
import { always, option } from '../option.ts';

/** The token goes over https; plain http only to the machine the app is developed on. */
export const originKind = text({
  what: 'an origin like https://api.example.com, without a path (http only for localhost)',
  pattern:
    /^(https:\/\/([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?!:443$)|http:\/\/(localhost|127\.0\.0\.1)(?!:80$))(:\d{1,5})?$/,
  accepts: (value) => URL.canParse(value) && new URL(value).origin === value,
  placeholder: '<origin>',
  tidy: (typed) => (isBare(typed) ? new URL(typed).origin : typed),
  suggest: (value) => (URL.canParse(value) ? new URL(value).origin.replace(/^http:/, 'https:') : `https://${value}`),
});

/** Nothing behind the host: `https://API.example.com/`. A path that was typed is never dropped silently. */
function isBare(typed: string): boolean {
  return URL.canParse(typed) && new URL(typed).href === `${new URL(typed).origin}/`;
}

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
  }),
] as const;
