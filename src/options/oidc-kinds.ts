import { text } from './kinds.ts';

const host = '[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*';

/** Plain http only to the machine the app is developed on. */
export const issuerKind = text({
  what: 'the address of a provider like https://login.example.com, without query and fragment (http only for localhost)',
  pattern: new RegExp(
    `^(?:https://${host}|http://(?:localhost|127\\.0\\.0\\.1))(?::\\d{1,5})?(?:/(?!.*\\.well-known/)[^\\s\\\\'"\`<>?#]*)?$`,
  ),
  accepts: (value) => URL.canParse(value),
  placeholder: '<address>',
  tidy: (typed) => typed.trim().replace(/\/\.well-known\/openid-configuration$/, ''),
  suggest: (value) => (value.includes(':') ? value : `https://${value}`),
});

/** As a provider gives it; it is no secret. */
export const clientIdKind = text({
  what: 'the client id that the provider gave this app, without spaces',
  pattern: /^[!-~]+$/,
  placeholder: '<id>',
  tidy: (typed) => typed.trim(),
});

const scopeName = '[!#-\\[\\]-~]+';

/** Empty for what the provider needs to give a refresh token. */
export const scopeKind = text({
  what: 'scopes separated by spaces, with openid among them',
  pattern: new RegExp(`^(?:(?=(?:.* )?openid(?: |$))${scopeName}(?: ${scopeName})*)?$`),
  placeholder: '<scopes>',
  tidy: (typed) => typed.trim().replaceAll(/\s+/g, ' '),
  suggest: (value) => `openid ${value}`.trim(),
});

/** A scheme without a dot may be another app's (RFC 8252, 7.1). */
export const schemeKind = text({
  what: 'a scheme with a dot in it, in lower case, like com.example.app',
  pattern: /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+$/,
  placeholder: '<scheme>',
  tidy: (typed) => typed.trim().replace(/:\/*$/, '').toLowerCase(),
});
