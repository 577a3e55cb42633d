import type { ServerMetadata } from 'openid-client';
import type { CheckedConfig } from '../checked-config.ts';
import { OidcError } from '../oidc-error.ts';

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'end_session_endpoint'] as const;
/** Without these nobody can sign in. */
const NEEDED = ['authorization_endpoint', 'token_endpoint'] as const;

/**
 * The provider's document, if it is about the configured issuer and stays in the allowed origins, with what the configuration adds to it.
 * @throws OidcError `ProviderNotTrusted`
 */
export function checkedMetadata(document: ServerMetadata, config: CheckedConfig): ServerMetadata {
  const { issuer, deviations, policy } = config;
  if (!isIssuer(document.issuer, deviations?.documentIssuer ?? issuer)) throw untrusted('it names another issuer');

  const metadata = withDeviations(document, config);
  for (const name of NEEDED) if (metadata[name] === undefined) throw untrusted(`it has no ${name}`);
  for (const name of ENDPOINTS) {
    const endpoint = metadata[name];
    if (endpoint !== undefined && policy.allow(endpoint) === undefined) {
      throw untrusted(`its ${name} is outside the allowed origins; if it is right, list its origin in endpointOrigins`);
    }
  }
  const methods = metadata.code_challenge_methods_supported;
  if (methods !== undefined && !methods.includes('S256')) throw untrusted('it does not support PKCE with S256');
  return metadata;
}

/** A slash at the end of a host alone is the same address. */
function isIssuer(found: string, expected: string): boolean {
  return found === expected || (URL.canParse(found) && new URL(found).href === new URL(expected).href);
}

/** The same object where there is nothing to add. */
function withDeviations(document: ServerMetadata, { deviations = {} }: CheckedConfig): ServerMetadata {
  const { endSessionEndpoint, revocationEndpoint } = deviations;
  const metadata = { ...document };
  if (endSessionEndpoint !== undefined) metadata.end_session_endpoint ??= endSessionEndpoint;
  if (revocationEndpoint === null) delete metadata.revocation_endpoint;
  else if (revocationEndpoint !== undefined) metadata.revocation_endpoint ??= revocationEndpoint;
  const isSame = ENDPOINTS.every((name) => metadata[name] === document[name]);
  return isSame ? document : metadata;
}

function untrusted(what: string): OidcError {
  return new OidcError('ProviderNotTrusted', `The provider's discovery document can't be used: ${what}.`);
}
