import { issuerKind } from '../options/oidc-kinds.ts';
import { originKind } from '../options/origin-kind.ts';
import type { OidcSettings } from '../options/oidc-settings.ts';
import { quote } from '../options/quote.ts';
import { expectedOf, type Expected } from './expected-provider.ts';

type Document = Readonly<Record<string, unknown>>;

/** Without these nobody can sign in. */
const needed = ['authorization_endpoint', 'token_endpoint'] as const;
const endpoints = [...needed, 'revocation_endpoint', 'end_session_endpoint'] as const;

/** What a sign-in is made of, where the document lists it. */
const required = [
  ['response_types_supported', 'code', 'it offers no code flow (response_types_supported)'],
  ['grant_types_supported', 'authorization_code', 'it offers no code flow (grant_types_supported)'],
  ['code_challenge_methods_supported', 'S256', 'it does not support PKCE with S256'],
] as const;

/** Longer ones are nobody's, and would hide the rest of the screen. */
const longest = 200;

/** Why no sign-in can work with this document, each with the way out; none where one can. */
export function problemsOf(document: Document, settings: OidcSettings): string[] {
  const expected = expectedOf(settings);
  return [
    ...wrongIssuer(document, settings, expected),
    ...wrongEndpoints(document),
    ...foreignEndpoints(document, settings, expected),
    ...required.flatMap(([name, value, what]) => (lacks(document[name], value) ? [`issuer: ${what}`] : [])),
  ];
}

/** Exactly: a backend that compares the issuer of a token does so, too. */
function wrongIssuer({ issuer }: Document, settings: OidcSettings, expected: Expected): string[] {
  if (issuer === expected.issuer) return [];
  if (typeof issuer !== 'string') return ['issuer: the document names no issuer'];
  if (issuer.includes('{tenantid}') && settings.provider !== 'entra') {
    return ['oidcProvider: the document is that of several organisations of Entra ID: --oidc-provider entra'];
  }
  const parsed = issuerKind.parseJson(issuer);
  const isPrintable = 'value' in parsed && /^[!-~]+$/.test(issuer) && issuer.length <= longest;
  if (!isPrintable) return ['issuer: the document names an issuer that is none'];
  const asked = expected.issuer === settings.issuer ? '' : ` (${expected.issuer} was expected)`;
  return [`issuer: the document names another issuer${asked}. If that is yours: --issuer=${quote(issuer)}`];
}

function wrongEndpoints(document: Document): string[] {
  return endpoints.flatMap((name) => {
    const endpoint = document[name];
    if (isAbsent(endpoint)) {
      return (needed as readonly string[]).includes(name) ? [`issuer: the document has no ${name}`] : [];
    }
    return originOf(endpoint) === undefined ? [`issuer: its ${name} is no https address`] : [];
  });
}

/** The app sends codes and tokens only where somebody said so. */
function foreignEndpoints(document: Document, { endpointOrigins }: OidcSettings, { origins }: Expected): string[] {
  const foreign = endpoints.filter((name) => {
    const origin = originOf(document[name]);
    return origin !== undefined && !origins.includes(origin);
  });
  if (foreign.length === 0) return [];
  const used = endpoints.flatMap((name) => originOf(document[name]) ?? []).filter((origin) => origin !== origins[0]);
  const list = [...new Set([...used, ...endpointOrigins])];
  const where = foreign.length === 1 ? `its ${String(foreign[0])} is` : `${foreign.join(', ')} are`;
  const flag = `--endpoint-origins=${quote(list.join(','))}`;
  return [`endpointOrigins: ${where} not at the issuer’s origin. If that is your provider, too: ${flag}`];
}

/** A list that is not there says nothing. */
export function lacks(list: unknown, value: string): boolean {
  return Array.isArray(list) && !list.includes(value);
}

/** As a flag takes it; nothing where tokens may not go. */
function originOf(endpoint: unknown): string | undefined {
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return undefined;
  const { origin } = new URL(endpoint);
  return 'value' in originKind.parseJson(origin) && origin.length <= longest ? origin : undefined;
}

export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
