import { isLocal } from '../../options/is-local.ts';
import type { Environment } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import type { Addresses } from './edits/environment.ts';

type Asked = Pick<AngularOptions, 'apiOrigins' | 'loginUrl' | 'refreshUrl'> &
  Partial<Pick<AngularOptions, 'auth' | 'clientId' | 'issuer'>>;

/**
 * The addresses for the builds that take a file: of those that were confirmed, the ones that this file names. What no
 * file names is for production, or for development where it is local. Production never gets a local one.
 */
export function addressesFor(environment: Environment, all: readonly Environment[], asked: Asked): Addresses {
  const isNamed = (origin: string): boolean => environment.origins.includes(origin);
  const { use, saysProduction } = environment;
  const others = all.filter((one) => use !== 'development' || one.use === 'other');
  const isFree = (origin: string): boolean => !others.some(({ origins }) => origins.includes(origin));
  const isFor = {
    production: (origin: string) => !isLocal(origin),
    development: isLocal,
    other: () => false,
  }[use];
  const origins = asked.apiOrigins.filter((origin) => isNamed(origin) || (isFor(origin) && isFree(origin)));
  const mayBeLocal = use !== 'production' && !saysProduction;
  return withUrls(
    origins.filter((origin) => mayBeLocal || !isLocal(origin)),
    {
      ...asked,
      isOurs: (url) => (mayBeLocal || !isLocal(url)) && (use === 'production' || isNamed(new URL(url).origin)),
      mayBeLocal,
    },
  );
}

/** Of an app whose builds all have the same files: what is local is for development, the rest for production. */
export function addressesWithout(asked: Asked): { readonly production: Addresses; readonly development: Addresses } {
  const of = (isOurs: (url: string) => boolean, mayBeLocal: boolean): Addresses =>
    withUrls(asked.apiOrigins.filter(isOurs), { ...asked, isOurs, mayBeLocal });
  return { production: of((url) => !isLocal(url), false), development: of(isLocal, true) };
}

interface Urls extends Asked {
  /** Is an address of these builds? */
  readonly isOurs: (url: string) => boolean;
  readonly mayBeLocal: boolean;
}

function withUrls(apiOrigins: readonly string[], urls: Urls): Addresses {
  return urls.auth === 'oidc' ? ofProvider(apiOrigins, urls) : ofServer(apiOrigins, urls);
}

/** One provider for all builds: it is no address that a token is sent to unasked. A local one is for development alone. */
function ofProvider(apiOrigins: readonly string[], { issuer = '', clientId = '', mayBeLocal }: Urls): Addresses {
  const isOurs = mayBeLocal || !isLocal(issuer);
  return { issuer: isOurs ? issuer : '', clientId: isOurs ? clientId : '', apiOrigins };
}

function ofServer(apiOrigins: readonly string[], { loginUrl, refreshUrl, isOurs }: Urls): Addresses {
  const here = (url: string): string => urlHere(url, apiOrigins, isOurs);
  return {
    loginUrl: here(loginUrl),
    ...(refreshUrl === '' ? {} : { refreshUrl: here(refreshUrl) }),
    apiOrigins,
  };
}

/** An address of other builds gives its path: a server for development has the same paths. */
function urlHere(url: string, apiOrigins: readonly string[], isOurs: Urls['isOurs']): string {
  const [origin] = apiOrigins;
  const isWhole = !url.startsWith('/');
  if (isWhole && (isOurs(url) || apiOrigins.includes(new URL(url).origin))) return url;
  return origin === undefined ? '' : `${origin}${isWhole ? new URL(url).pathname : url}`;
}
