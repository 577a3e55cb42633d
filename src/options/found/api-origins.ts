import type { OriginFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import { originKind } from '../origin-kind.ts';

/** Hosts, and those below them, that are no API of the app: the token is none of their business. */
const others: readonly { readonly what: string; readonly hosts: readonly string[] }[] = [
  {
    what: 'an identity provider',
    hosts: [
      ...[
        'auth0.com',
        'okta.com',
        'oktapreview.com',
        'onelogin.com',
        'b2clogin.com',
        'ciamlogin.com',
        'amazoncognito.com',
      ],
      ...['microsoftonline.com', 'onmicrosoft.com', 'accounts.google.com', 'appleid.apple.com', 'accounts.dev'],
      ...['facebook.com', 'github.com'],
    ],
  },
  {
    what: 'a CDN',
    hosts: ['jsdelivr.net', 'unpkg.com', 'cdnjs.cloudflare.com', 'gstatic.com', 'fonts.googleapis.com', 'typekit.net'],
  },
  { what: 'maps', hosts: ['maps.googleapis.com', 'openstreetmap.org', 'mapbox.com', 'maptiler.com', 'arcgis.com'] },
  {
    what: 'analytics or error reports',
    hosts: [
      ...['google-analytics.com', 'googletagmanager.com', 'posthog.com', 'mixpanel.com', 'segment.io', 'segment.com'],
      ...['amplitude.com', 'sentry.io', 'bugsnag.com', 'datadoghq.com', 'datadoghq.eu', 'matomo.cloud'],
    ],
  },
  {
    what: 'Firebase, which has tokens of its own',
    hosts: ['firebaseio.com', 'firebaseapp.com', 'firebasestorage.app'],
  },
];

/** Names that whole families of hosts share, and of keys that say what an address is for. */
const byPattern: readonly { readonly what: string; readonly host?: RegExp; readonly key?: RegExp }[] = [
  { what: 'the app itself', host: /^(localhost|127\.0\.0\.1):(4200|4201|8100|8101)$/ },
  { what: 'an identity provider', host: /^cognito-idp\..*\.amazonaws\.com$/, key: /(issuer|authority|discovery\w*)$/i },
  { what: 'the app itself', key: /(redirect|callback|log-?out)\w*$/i },
  { what: 'a CDN', host: /^cdn\d*\./ },
];

interface FoundOrigins {
  /** May be an API of the app, the likeliest first. */
  readonly likely: readonly OriginFact[];
  readonly passedOver: readonly { readonly origin: string; readonly what: string }[];
}

/** The origins found in the app that a token may go to, without those that are known to be something else. */
export function findOrigins({ framework }: Project): FoundOrigins {
  const usable = framework.apiOrigins.filter((found) => 'value' in originKind.parseJson(found.origin));
  const judged = usable.map((found) => ({ ...found, what: whatElse(found) }));
  return {
    likely: judged.filter(({ what }) => what === undefined).sort((a, b) => likelihood(b) - likelihood(a)),
    passedOver: judged.flatMap(({ origin, what }) => (what === undefined ? [] : [{ origin, what }])),
  };
}

/** With the keys it stands under. */
export function printOrigin({ origin, keys }: OriginFact): string {
  return keys.length === 0 ? origin : `${origin} (${keys.join(', ')})`;
}

function whatElse({ origin, keys }: OriginFact): string | undefined {
  const { host, hostname } = new URL(origin);
  const listed = others.find(({ hosts }) => hosts.some((one) => hostname === one || hostname.endsWith(`.${one}`)));
  const alike = byPattern.find(
    (pattern) =>
      pattern.host?.test(host) === true ||
      (keys.length > 0 && keys.every((key) => pattern.key?.test(key.split('.').at(-1) ?? ''))),
  );
  return (listed ?? alike)?.what;
}

/** Only the order follows from it. The app's own names say more than hosts, which others call api, too. */
function likelihood({ origin, keys }: OriginFact): number {
  const { hostname } = new URL(origin);
  const named = keys.some((key) => /api|backend|server|service|endpoint|gateway|graphql|base/i.test(key));
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  return (named ? 3 : 0) + (/^api[.-]|-api[.-]/.test(hostname) ? 2 : 0) - (isLocal ? 1 : 0);
}
