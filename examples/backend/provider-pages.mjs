// @ts-check

/** @typedef {import('./http.mjs').Response} Response */

/**
 * The page to sign in at.
 *
 * @param {{ username?: string, problem?: string }} state
 */
export function signInPage({ username = '', problem = '' }) {
  const alert = problem === '' ? '' : `<p class="problem" role="alert">${escaped(problem)}</p>`;
  return page(
    'Sign in',
    `<p>This is the OpenID provider of the demo, not the app. The app never sees your password.</p>
    ${alert}
    <form method="post">
      <label for="username">User name</label>
      <input id="username" name="username" autocomplete="username" autocapitalize="none" required value="${escaped(username)}">
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      <button>Sign in</button>
    </form>`,
  );
}

/**
 * The page that ends the session here, which a link of anybody can lead to: it asks.
 *
 * @param {string} form what oidc-provider sends the answer with
 */
export function signOutPage(form) {
  return page(
    'Sign out?',
    `<p>The app has signed you out. Do you want to sign out at this provider, too? If you stay signed in here, the next sign-in asks
    for no password.</p>
    ${form}
    <button form="op.logoutForm" name="logout" value="yes">Sign out</button>
    <button form="op.logoutForm" class="second">Stay signed in</button>`,
  );
}

/**
 * A page that only tells something.
 *
 * @param {string} title
 * @param {string} text
 */
export function messagePage(title, text) {
  return page(title, `<p>${escaped(text)}</p>`);
}

/**
 * What goes with every page: no script, no frame around it, and forms only to where `appOrigin` can be the end of it.
 *
 * @param {string} appOrigin
 * @returns {Readonly<Record<string, string>>}
 */
export function pageHeaders(appOrigin) {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `form-action 'self' ${appOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  };
}

/**
 * @param {string} title
 * @param {string} content HTML
 */
function page(title, content) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)} · Demo provider</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Another look than the app's, so that one sees where a password is typed. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#eef0f6, #14161d); color: light-dark(#1c2030, #e6e8f0); }
main { box-sizing: border-box; width: min(26rem, 100%); margin: 8vh auto 0; padding: 2rem 1.5rem; border-radius: 0.5rem;
  background: light-dark(#ffffff, #1f222c); }
h1 { margin: 0 0 0.75rem; font-size: 1.5rem; }
p { margin: 0 0 1rem; }
.problem { color: light-dark(#a8201a, #ffb4ab); font-weight: 600; }
label { display: block; margin-bottom: 0.25rem; font-weight: 600; }
input:not([type=hidden]) { box-sizing: border-box; display: block; width: 100%; min-height: 2.75rem; margin-bottom: 1rem; padding: 0 0.75rem;
  border: 1px solid light-dark(#5c6278, #9aa0b5); border-radius: 0.375rem; background: transparent; color: inherit; font: inherit; }
button { display: block; width: 100%; min-height: 2.75rem; margin-top: 0.5rem; border: 2px solid light-dark(#3743a5, #b3bcff); border-radius: 0.375rem;
  background: light-dark(#3743a5, #b3bcff); color: light-dark(#ffffff, #10153f); font: inherit; font-weight: 600; cursor: pointer; }
.second { background: transparent; color: light-dark(#3743a5, #b3bcff); }
:is(input, button):focus-visible { outline: 3px solid light-dark(#1c2030, #e6e8f0); outline-offset: 2px; }
`;
