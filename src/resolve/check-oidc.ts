import type { Project } from '../model/project.ts';
import { isTaken } from '../options/found/own-routes.ts';
import type { Options } from '../options/options.ts';
import type { Clash } from './clash.ts';

/** What an app with OpenID Connect can't have together. */
export function checkOidc(options: Options, project: Project): Clash[] {
  if (options.auth !== 'oidc') return [];
  return [...checkRedirectPath(options, project), ...checkCognito(options), ...checkAuth0(options)];
}

/** The page that takes the answer has a route of its own. */
function checkRedirectPath(options: Options, project: Project): Clash[] {
  const { redirectPath, loginPath, unlockPath, homePath, accountPage, accountPath } = options;
  if (redirectPath === undefined) return [];
  const pages = [loginPath, unlockPath, homePath, ...(accountPage ? [accountPath] : [])];
  const isOwn = project.framework.areRoutesKnown && isTaken(project, redirectPath);
  if (!pages.includes(redirectPath) && !isOwn) return [];
  const text = `redirectPath: there is a page at "${redirectPath}" already; choose another path with --redirect-path`;
  return [{ keys: ['redirectPath', 'loginPath', 'unlockPath', 'homePath'], text }];
}

/** Its endpoints are never on the host of its issuer. */
function checkCognito({ oidcProvider, endpointOrigins = [] }: Options): Clash[] {
  if (oidcProvider !== 'cognito' || endpointOrigins.length > 0) return [];
  const domain = 'https://example.auth.eu-west-1.amazoncognito.com';
  const text = `endpointOrigins: Cognito signs users in at the domain of the pool; name it, e.g. --endpoint-origins ${domain}`;
  return [{ keys: ['endpointOrigins', 'oidcProvider'], text }];
}

/** The client reads the domain from it, and the slash at its end belongs to it. */
function checkAuth0({ oidcProvider, issuer }: Options): Clash[] {
  if (oidcProvider !== 'auth0' || issuer === undefined || /^https:\/\/[^/]+\/$/.test(issuer)) return [];
  const { protocol, host } = new URL(issuer);
  const meant = protocol === 'https:' ? `, e.g. --issuer https://${host}/` : '';
  return [
    { keys: ['issuer', 'oidcProvider'], text: `issuer: that of Auth0 is a domain and a slash, without a path${meant}` },
  ];
}
