import { text } from './kinds.ts';

const fieldName = '(?!__proto__$)[A-Za-z_$][A-Za-z0-9_$]*';

/** A path at the API, or an address of its own; plain http only to the machine the app is developed on. */
const address =
  /^(\/(?!\/)|https:\/\/[a-z0-9_-]+(\.[a-z0-9_-]+)*(:\d{1,5})?\/|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?\/)[^\s\\'"`<>#]*$/;

const addressRule = {
  accepts: (value: string) => URL.canParse(value, 'https://api.example.com'),
  placeholder: '<path|url>',
  tidy: (typed: string) => typed.trim(),
  suggest: (value: string) => (/^[\w-]+(\/[\w-]+)*$/.test(value) ? `/${value}` : value),
};

export const loginUrlKind = text({
  ...addressRule,
  what: 'a path like /login, or an address like https://api.example.com/login (http only for localhost)',
  pattern: address,
});

/** The same, or empty where tokens are not renewed. */
export const refreshUrlKind = text({
  ...addressRule,
  what: 'a path like /refresh, or an address like https://api.example.com/refresh (http only for localhost)',
  pattern: new RegExp(`^$|${address.source}`),
});

/** `username:email`: what the user name is called in the body of the request. */
export const loginFieldKind = text({
  what: 'username or password with the name the server gives it, like username:email',
  pattern: new RegExp(`^(username|password)(:${fieldName})?$`),
  placeholder: '<field:name>',
  tidy: (typed) => typed.replaceAll(/\s/g, ''),
});

/** A member of the server's answer. */
export const answerFieldKind = text({
  what: 'the name of a member of the server’s answer, like access_token',
  pattern: new RegExp(`^${fieldName}$`),
  placeholder: '<name>',
  tidy: (typed) => typed.trim(),
});

/** The same, or empty where the answer has no such member. */
export const expiryFieldKind = text({
  what: 'the name of a member of the server’s answer, like expires_in',
  pattern: new RegExp(`^(?:${fieldName})?$`),
  placeholder: '<name>',
  tidy: (typed) => typed.trim(),
});
