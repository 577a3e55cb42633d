/** What a server answered to a request that carried the token. */
export interface Answer {
  /** 0 where no answer arrived. */
  readonly status: number;
  /** Where it came from; empty where no answer arrived. */
  readonly url?: string | null | undefined;
  /** The header `WWW-Authenticate`. */
  readonly challenge?: string | null | undefined;
}

/** The token is refused. A right that is missing is no matter of the token: another one would not have it either. */
export function isTokenRefused({ status, challenge }: Answer): boolean {
  return status === 401 && !/error\s*=\s*"?insufficient_scope/i.test(challenge ?? '');
}

/** Whether a refresh failed for good. What HTTP clients reject with has the status at one of these places. */
export function endsSession(error: unknown): boolean {
  const { code, status, response } = (error ?? {}) as {
    readonly code?: unknown;
    readonly status?: unknown;
    readonly response?: { readonly status?: unknown };
  };
  return code === 'SessionExpired' || [400, 401].includes(Number(status ?? response?.status));
}
