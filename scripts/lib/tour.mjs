// @ts-check

/**
 * What to try in the demo, in order, each with what should happen.
 *
 * @param {object} demo
 * @param {string} demo.appOrigin
 * @param {number} demo.backendPort
 * @param {number} demo.strangerPort
 * @param {{ username: string, password: string }} demo.account
 */
export function tour({ appOrigin, backendPort, strangerPort, account }) {
  return `
The app        ${appOrigin}
Your server    http://localhost:${backendPort}
A foreign one  http://localhost:${strangerPort}

User name      ${account.username}
Password       ${account.password}   (new on every start)

A tour
${STOPS.map(stopOf).join('\n')}

What was written is in demo-app/: start at src/app/identity/. The start page
alone, src/app/home/, is the demo's own. Ctrl-C stops all three servers.`;
}

/** @type {readonly (readonly [try: string, see: string])[]} */
const STOPS = [
  ['Open the app, and sign in.', 'It asks for a passcode: a browser has no Face ID to ask.'],
  ['Choose one of 8 characters or more.', 'The ring shows how long the token is good for; below it, when it locks.'],
  ['Press "Ask your server", then "Ask a foreign server".', 'The first gets the token, the second does not.'],
  ['Look at another tab for 6 seconds, and come back.', 'Its title counted down. It is locked: the session left the memory.'],
  ['Unlock it. Try a wrong passcode first.', 'It says how many attempts are left before it erases itself.'],
  ['Press "Lock now", unlock, and reload the page.', 'Locked again: a reload never opens a vault.'],
  ['Choose "Encrypted, never locked", then reload.', 'It stays open, and "What protects it" says what that costs.'],
  ['Choose "In memory", and press "Lock now".', 'You are signed out: nothing was stored.'],
  ['Sign in again, then press "Sign out".', 'The vault and its keys are erased.'],
];

/**
 * @param {readonly [string, string]} stop
 * @param {number} index
 */
function stopOf([doing, seeing], index) {
  return ` ${index + 1}. ${doing}\n    → ${seeing}`;
}
