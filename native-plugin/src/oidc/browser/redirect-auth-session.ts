import type { AuthSession } from '../auth-session.ts';

/** The page itself goes to the provider and comes back: the way of the web. No window, no frame, nothing that a blocker stops. */
export const redirectAuthSession: AuthSession = {
  open({ url }) {
    location.assign(url);
    return Promise.resolve({ kind: 'left' });
  },

  arrived() {
    return Promise.resolve(new URLSearchParams(location.search).has('state') ? location.href : undefined);
  },

  forget() {
    // What routers keep in the state of the entry stays.
    history.replaceState(history.state, '', location.pathname);
    return Promise.resolve();
  },
};
