import type { Discovered } from '../../model/discovered.ts';
import type { Host } from '../../model/host.ts';
import { readLimited } from './read-limited.ts';

/** A run waits no longer for what it can do without. */
const patience = 3000;
/** The longest that providers publish have about 10 KB. */
const mostBytes = 256 * 1024;

/** Where an issuer's document is (OpenID Connect Discovery 1.0, 4.1); the plugin asks there, too. */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/**
 * What the provider says of itself. Only its own address is asked, once: the app follows no redirect at run time, either.
 * @param issuer https, or http on this machine, as the option takes it
 */
export async function readDiscovery(issuer: string, ask: Host['fetch'], wait = patience): Promise<Discovered> {
  try {
    const response = await ask(discoveryUrl(issuer), {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(wait),
    });
    return await answerOf(response);
  } catch (error) {
    return { kind: 'unreached', why: whyNot(error, wait) };
  }
}

async function answerOf(response: Response): Promise<Discovered> {
  const { status, headers } = response;
  const isLabelled = /^application\/json *(;|$)/i.test(headers.get('content-type') ?? '');
  if (status !== 200 || !isLabelled) {
    await response.body?.cancel();
    return status === 200 ? { kind: 'other', what: 'an answer that is not labelled as JSON' } : ofStatus(status);
  }
  const text = await readLimited(response, mostBytes);
  if (text === undefined) return { kind: 'other', what: 'an answer of more than 256 KB' };
  const document = parsed(text);
  return document ? { kind: 'document', document } : { kind: 'other', what: 'an answer that is no JSON object' };
}

/** Whoever refuses, or has too much to do, says nothing of the issuer. */
const silent = [401, 403, 407, 408, 425, 429];

function ofStatus(status: number): Discovered {
  if (status >= 300 && status < 400) return { kind: 'other', what: `a redirect (${String(status)})` };
  return status >= 500 || silent.includes(status)
    ? { kind: 'unreached', why: `it answered with ${String(status)}` }
    : { kind: 'other', what: `an answer with ${String(status)}` };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const reasons: readonly (readonly [code: RegExp, why: string])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'its name was not found'],
  [/^ECONNREFUSED$/, 'nobody listens there'],
  [/CERT|SIGNATURE|SIGNED|ISSUER/, 'its certificate is not trusted here'],
];

/** The cause has a code of the system's; its text may have anything. */
function whyNot(error: unknown, wait: number): string {
  if (!(error instanceof Error)) return 'there was no connection';
  if (error.name === 'TimeoutError') return `no answer within ${String(wait / 1000)} s`;
  const { code = '' } = (error.cause ?? error) as { readonly code?: unknown };
  return reasons.find(([known]) => known.test(String(code)))?.[1] ?? 'there was no connection';
}
