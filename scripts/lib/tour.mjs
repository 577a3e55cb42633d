// @ts-check

/**
 * What to try in the demo, in order, each with what should happen.
 *
 * @param {object} demo
 * @param {string} demo.appOrigin
 * @param {number} demo.backendPort
 * @param {number} demo.strangerPort
 * @param {{ username: string, password: string }} demo.account
 * @param {string | undefined} demo.issuer of the OpenID provider; none: the app asks for the password itself
 */
export function tour({ appOrigin, backendPort, strangerPort, account, issuer }) {
  const stops = issuer === undefined ? STOPS : STOPS_WITH_PROVIDER;
  return `
The app        ${appOrigin}
Your server    http://localhost:${backendPort}
A foreign one  http://localhost:${strangerPort}${issuer === undefined ? '' : `\nThe provider   ${issuer}`}

User name      ${account.username}
Password       ${account.password}   (new on every start)

A tour
${stops.map(stopOf).join('\n')}

What was written is in demo-app/: start at src/app/identity/. The start page
alone, src/app/home/, is the demo's own. Ctrl-C stops all servers.`;
}

/** @typedef {readonly [doing: string, seeing: string]} Stop */

/** @type {readonly Stop[]} */
const LOCKING = [
  [
    'Look at another tab for 6 seconds, and come back.',
    'Its title counted down. It is locked: the session left the memory.',
  ],
  ['Unlock it. Try a wrong passcode first.', 'It says how many attempts are left before it erases itself.'],
  ['Press "Lock now", unlock, and reload the page.', 'Locked again: a reload never opens a vault.'],
];

/** @type {readonly Stop[]} */
const STOPS = [
  ['Open the app, and sign in.', 'It asks for a passcode: a browser has no Face ID to ask.'],
  ['Choose one of 8 characters or more.', 'The ring shows how long the token is good for; below it, when it locks.'],
  ['Press "Ask your server", then "Ask a foreign server".', 'The first gets the token, the second does not.'],
  ...LOCKING,
  ['Choose "Encrypted, never locked", then reload.', 'It stays open, and "What protects it" says what that costs.'],
  ['Choose "In memory", and press "Lock now".', 'You are signed out: nothing was stored.'],
  ['Sign in again, then press "Sign out".', 'The vault and its keys are erased.'],
];

/** @type {readonly Stop[]} */
const STOPS_WITH_PROVIDER = [
  ['Open the app, and press "Sign in".', 'You are at the provider. The app never sees your password.'],
  ['Sign in there, and choose a passcode.', 'The app shows what the ID token says about you, and no token.'],
  ['Press "Ask your server", then "Ask a foreign server".', 'The first gets the token, the second does not.'],
  ['Press "Refresh now".', '"Issued" changes: the app has new tokens. The old refresh token is void.'],
  ['Wait until the ring is empty, and ask your server.', 'The token was renewed before the request left.'],
  ...LOCKING,
  [
    'Press "Sign out", and sign out at the provider, too.',
    'The vault is erased. The next sign-in asks for your password.',
  ],
];

/**
 * @param {Stop} stop
 * @param {number} index
 */
function stopOf([doing, seeing], index) {
  return ` ${index + 1}. ${doing}\n    → ${seeing}`;
}
