import { appOriginKind } from '../app-origin-kind.ts';
import { choice } from '../kinds.ts';
import { list } from '../lists.ts';
import { clientIdKind, issuerKind, schemeKind, scopeKind } from '../oidc-kinds.ts';
import { always, onlyWith, option } from '../option.ts';
import { originKind } from '../origin-kind.ts';
import { pathKind, startPathKind } from '../path-kinds.ts';
import { findLoginPath } from '../found/sign-in.ts';
import { findRedirectScheme } from '../found/redirect-scheme.ts';

/** Shared by all of them: an app that signs in otherwise has none of these. */
const ofOidc = { group: 'oidc', auth: 'oidc', required: false } as const;

/** The provider, and this app as its client. */
export const oidcOptions = [
  option('issuer', {
    ...ofOidc,
    kind: issuerKind,
    ask: 'first',
    help: 'The OpenID provider',
    question: 'What is the address of the OpenID provider (its issuer)?',
    consequence:
      'Exactly as its discovery document names itself. Each build gets it, production none on localhost; another one goes into its environment file.',
    fallback: onlyWith<string>('oidc', nothing),
    requiredWhereRelevant: true,
  }),
  option('clientId', {
    ...ofOidc,
    kind: clientIdKind,
    ask: 'first',
    help: 'The app’s client id at the provider',
    question: 'Which client id has the app at the provider?',
    consequence: 'Of a public client: the app has no secret, and needs none. Written where the issuer is.',
    fallback: onlyWith<string>('oidc', nothing),
    requiredWhereRelevant: true,
  }),
  option('oidcProvider', {
    ...ofOidc,
    kind: choice(['none', 'auth0', 'entra', 'cognito', 'keycloak', 'okta']),
    ask: 'more',
    help: 'Known provider',
    consequence: 'Adds what the provider does unlike the standard: its scopes, and how sessions end there.',
    choices: {
      none: { label: 'None of these', hint: 'as its document says', text: 'The provider’s document says it all.' },
      auth0: { label: 'Auth0', hint: '', text: 'Auth0.' },
      entra: { label: 'Microsoft Entra ID', hint: '', text: 'Microsoft Entra ID, of one organisation or of several.' },
      cognito: {
        label: 'Amazon Cognito',
        hint: 'needs the domain of the pool',
        text: 'Amazon Cognito: name the domain of the pool with --endpoint-origins.',
      },
      keycloak: { label: 'Keycloak', hint: '', text: 'Keycloak.' },
      okta: { label: 'Okta', hint: '', text: 'Okta.' },
    },
    fallback: onlyWith('oidc', always('none')),
  }),
  // Not `scope`: npm has a setting of that name, and takes the flag for it.
  option('oidcScope', {
    ...ofOidc,
    kind: scopeKind,
    ask: 'more',
    help: 'Scopes that the app asks for',
    consequence:
      'With openid. If it is empty: what the provider needs to give a refresh token, mostly openid and offline_access.',
    fallback: onlyWith('oidc', always('')),
  }),
  option('endpointOrigins', {
    ...ofOidc,
    kind: list(originKind),
    ask: 'more',
    help: 'More origins of the provider',
    consequence: 'Where its endpoints are elsewhere than its issuer. Codes and refresh tokens are sent there.',
    fallback: onlyWith('oidc', always([])),
  }),
  option('redirectPath', {
    ...ofOidc,
    kind: pathKind,
    ask: 'more',
    help: 'Path that the provider sends users back to',
    consequence: 'Register it at the provider: the app’s address with this path, and <scheme>:/<path> for phones.',
    fallback: onlyWith('oidc', always('auth/callback')),
  }),
  option('postLogoutPath', {
    ...ofOidc,
    kind: startPathKind,
    ask: 'more',
    help: 'Path that the provider sends users to after a sign-out',
    consequence: 'Register it there, too, as the app’s address with this path, and as <scheme>:/<path> for phones.',
    fallback: onlyWith('oidc', (context) => ({
      value: context.given.loginPath ?? findLoginPath(context).value,
      origin: 'detected',
    })),
  }),
  option('redirectScheme', {
    ...ofOidc,
    kind: schemeKind,
    ask: 'more',
    help: 'Scheme of the app’s own addresses on phones',
    consequence: 'The provider sends users back to it. The app’s id in capacitor.config, unless you name another.',
    fallback: onlyWith('oidc', findRedirectScheme),
    requiredWhereRelevant: true,
  }),
  option('redirectOrigin', {
    ...ofOidc,
    kind: appOriginKind,
    ask: 'more',
    help: 'Web origin that opens the app on phones, in place of the scheme',
    consequence:
      'No other app can take its addresses. Its server has to name the app to Apple and Google. On iOS below 17.4, users can’t sign in then.',
    fallback: onlyWith('oidc', always('')),
  }),
] as const;

function nothing(): { readonly value: undefined; readonly origin: 'default' } {
  return { value: undefined, origin: 'default' };
}
