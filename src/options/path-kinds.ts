import { text } from './kinds.ts';

/** As people type it: `/login` for `login`. */
export const withoutSlashes = (typed: string): string => typed.trim().replace(/^\/+|\/+$/g, '');

const segment = '[A-Za-z0-9_~.@-]+';

/** The path of a generated page. */
export const pathKind = text({
  what: 'a path without parameters, like account/login',
  pattern: new RegExp(`^${segment}(/${segment})*$`),
  placeholder: '<path>',
  tidy: withoutSlashes,
});

/** That of a page that may be the start of the app. */
export const startPathKind = text({
  what: 'a path without parameters, like account/login, or empty for the start of the app',
  pattern: new RegExp(`^(${segment}(/${segment})*)?$`),
  placeholder: '<path>',
  tidy: withoutSlashes,
  print: (value) => (value === '' ? '/' : value),
});
