import { CliError } from '../model/errors.ts';
import type { Options } from './options.ts';

/** What an app with OpenID Connect has, complete. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly provider: NonNullable<Options['oidcProvider']>;
  /** Empty for what the provider needs. */
  readonly scope: string;
  readonly endpointOrigins: readonly string[];
  /** Paths of the app, without a slash in front. */
  readonly redirectPath: string;
  readonly postLogoutPath: string;
  /** `com.example.app`: of the addresses that a phone's app is opened with. */
  readonly redirectScheme: string;
  /** `https://app.example.com`: in place of the scheme. Empty: none. */
  readonly redirectOrigin: string;
}

/** Absent where users sign in otherwise. */
export function oidcSettings(options: Options): OidcSettings | undefined {
  if (options.auth !== 'oidc') return undefined;
  const { issuer, clientId, redirectPath, postLogoutPath, redirectScheme, oidcProvider: provider } = options;
  const { oidcScope: scope = '', endpointOrigins = [], redirectOrigin = '' } = options;
  const needed = { issuer, clientId, provider, redirectPath, postLogoutPath, redirectScheme };
  if (!isComplete(needed)) throw new CliError('INTERNAL', 'An option of OpenID Connect was resolved without a value.');
  return { ...needed, scope, endpointOrigins, redirectOrigin };
}

/** What the addresses of the app on a phone start with, before the slash of their path. */
export function phoneOrigin({ redirectOrigin, redirectScheme }: OidcSettings): string {
  return redirectOrigin === '' ? `${redirectScheme}:` : redirectOrigin;
}

/** Where the provider's endpoints may be: at its issuer's origin, and at those that somebody named. */
export function providerOrigins({ issuer, endpointOrigins }: OidcSettings): string[] {
  return [...new Set([new URL(issuer).origin, ...endpointOrigins])];
}

/** The ones of them that a phone may open and send to: only https, and nothing on the machine of a developer. */
export function authOrigins(settings: OidcSettings): string[] {
  return providerOrigins(settings).filter((origin) => origin.startsWith('https:'));
}

/** The name of a preset of the plugin. Entra ID for several organisations is one of its own. */
export function presetOf({ provider, issuer }: Pick<OidcSettings, 'provider' | 'issuer'>) {
  const isForMany = /\/(?:common|organizations)\//.test(issuer);
  if (provider === 'entra' && isForMany) return 'entraMultiTenant';
  return provider === 'none' ? undefined : provider;
}

function isComplete<T extends object>(values: T): values is { [K in keyof T]: NonNullable<T[K]> } {
  return Object.values(values).every((value) => value !== undefined);
}
