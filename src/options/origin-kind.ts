import { text } from './kinds.ts';

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
