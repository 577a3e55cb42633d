import { originPolicy, type OriginPolicy } from '../http/origin-policy.ts';
import type { OidcConfig } from './oidc-config.ts';
import { OidcError } from './oidc-error.ts';

/** A configuration with every default, and what may be asked of which origins. */
export interface CheckedConfig extends OidcConfig {
  readonly scope: string;
  readonly clockTolerance: number;
  readonly timeout: number;
  readonly isEphemeral: boolean;
  /** Where the provider's endpoints may be. */
  readonly policy: OriginPolicy;
}

/** @throws OidcError `InvalidConfig` */
export function checkedConfig(config: OidcConfig): CheckedConfig {
  const { issuer, clientId, redirectUri, postLogoutRedirectUri } = config;
  const { scope = 'openid offline_access', clockTolerance = 300, timeout = 10, isEphemeral = false } = config;
  const origin = originOf(issuer);
  if (clientId === '') throw invalid('clientId is empty');
  if (!isCallback(redirectUri)) throw invalid('redirectUri must be an address without query and fragment');
  if (postLogoutRedirectUri !== undefined && !URL.canParse(postLogoutRedirectUri)) {
    throw invalid('postLogoutRedirectUri is no address');
  }
  if (!scope.split(' ').includes('openid')) throw invalid('scope must have openid');
  if (!isDuration(clockTolerance, 0) || !isDuration(timeout, 1)) {
    throw invalid('clockTolerance and timeout are seconds, at most 600');
  }
  return { ...config, scope, clockTolerance, timeout, isEphemeral, policy: policyOf(origin, config) };
}

function originOf(issuer: string): string {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!url || url.search || url.hash || url.pathname.includes('/.well-known/')) {
    throw invalid('issuer must be an address without query, fragment and /.well-known/');
  }
  return url.origin;
}

function policyOf(origin: string, { issuer, endpointOrigins = [] }: OidcConfig): OriginPolicy {
  try {
    const policy = originPolicy([origin, ...endpointOrigins]);
    if (policy.allow(issuer) !== undefined) return policy;
  } catch {
    throw invalid('issuer and endpointOrigins must be https');
  }
  throw invalid('issuer must be https; http://localhost is allowed to a page from there');
}

function isCallback(address: string): boolean {
  return URL.canParse(address) && !/[?#]/.test(address);
}

function isDuration(seconds: number, least: number): boolean {
  return Number.isFinite(seconds) && seconds >= least && seconds <= 600;
}

function invalid(what: string): OidcError {
  return new OidcError('InvalidConfig', `The OpenID Connect configuration can't be used: ${what}.`);
}
