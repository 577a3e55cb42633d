import { HttpPolicyError } from './http-policy-error.ts';

/** The origins that may see a token. */
export interface OriginPolicy {
  /** The origins as compared, normalised (`https://api.example.com`). */
  readonly origins: readonly string[];
  /**
   * The absolute URL to send the request to when it may carry a token, else `undefined`.
   *
   * Send exactly this string: another parser may read the original differently.
   * Only scheme, host and port are a boundary; a path is not (`%2e%2e%2f` can leave it).
   *
   * @param base what a relative `url` is resolved against; default: what the browser resolves it against
   *   at this moment, so that it is sent to where it would go without a token
   */
  allow(url: string, base?: string): string | undefined;
}

/** What a URL that carries a token may not have before its query: parsers disagree about these. */
const AMBIGUOUS = /\\|%2e|%2f|%5c/i;
const CONTROL = /[\u0000-\u001f\u007f]/;
const USER_INFO = /^[a-z][a-z0-9+.-]*:\/*[^/?#]*@/i;
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1']);

/**
 * A policy that lets a token go to the given origins only.
 *
 * https everywhere. `http://localhost` and `http://127.0.0.1` may be listed for development and are
 * allowed only while the page itself is served from there over http.
 *
 * @param origins such as `https://api.example.com:8443`; a trailing `/` is fine, a path is not.
 *   Empty: the token goes nowhere.
 * @param page the page's address, where a test or a server has to say it; default `location.href`
 * @throws HttpPolicyError `InvalidOrigin`
 */
export function originPolicy(origins: readonly string[], page?: string): OriginPolicy {
  const allowed = new Set(origins.map(toOrigin));
  const isLocalPage = lastAnswer(isLocalAddress);

  return {
    origins: [...allowed],
    allow(url, base = page ?? baseAddress()) {
      const [path = ''] = url.split(/[?#]/, 1);
      // A control character is refused anywhere: parsers delete tab and newline, also in a query.
      if (AMBIGUOUS.test(path) || CONTROL.test(url) || USER_INFO.test(url)) return undefined;

      const target = parse(url, base);
      if (!target || target.username || target.password || AMBIGUOUS.test(target.pathname)) return undefined;
      if (!isConfidential(target, () => isLocalPage(page ?? pageAddress())) || !allowed.has(target.origin))
        return undefined;
      return target.href;
    },
  };
}

function toOrigin(text: string): string {
  const url = parse(text);
  const isOrigin = url && (text === url.origin || text === `${url.origin}/`);
  if (!isOrigin || !(url.protocol === 'https:' || isLocalHttp(url))) {
    throw new HttpPolicyError('InvalidOrigin', `Not an origin that may receive a token: ${JSON.stringify(text)}`);
  }
  return url.origin;
}

function isConfidential(target: URL, isLocalPage: () => boolean): boolean {
  return target.protocol === 'https:' || (isLocalHttp(target) && isLocalPage());
}

function isLocalAddress(page: string | undefined): boolean {
  const url = page === undefined ? undefined : parse(page);
  return url !== undefined && isLocalHttp(url);
}

/** Asks again only about something else than last time. */
function lastAnswer<Asked>(ask: (asked: Asked) => boolean): (asked: Asked) => boolean {
  let last: { readonly asked: Asked; readonly answer: boolean } | undefined;
  return (asked) => {
    if (!last || last.asked !== asked) last = { asked, answer: ask(asked) };
    return last.answer;
  };
}

function isLocalHttp(url: URL): boolean {
  return url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname);
}

function parse(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/** What this moment's page or worker has of the browser's globals. */
function browser(): { readonly location?: Location; readonly document?: Document } {
  return globalThis;
}

function pageAddress(): string | undefined {
  return browser().location?.href;
}

/** `<base href>` moves it, and so does navigating; a worker has its own address only. */
function baseAddress(): string | undefined {
  const { document } = browser();
  return document === undefined ? pageAddress() : baseOf(document);
}

/** An element of the page can take the name `baseURI`, and a server's imitation of a document may not have it. */
function baseOf(document: Document): string | undefined {
  try {
    const base: unknown = document.baseURI;
    return typeof base === 'string' ? base : undefined;
  } catch {
    return undefined;
  }
}
