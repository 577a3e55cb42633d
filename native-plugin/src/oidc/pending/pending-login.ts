/** A sign-in that was begun. Good for one answer, for ten minutes. Holds no token. */
export interface PendingLogin {
  /** The answer must have it: nobody else knows it. */
  readonly state: string;
  /** The ID token must have it. */
  readonly nonce: string;
  /** Of PKCE: the code is worth nothing without it. */
  readonly verifier: string;
  /** Where the answer has to arrive. */
  readonly redirectUri: string;
  /** Where it was begun. An answer for another provider is none. */
  readonly issuer: string;
  /** In milliseconds of the wall clock. */
  readonly begunAt: number;
  /** What the app wants back with the answer. */
  readonly returnTo?: string;
}

/** Ten minutes, in milliseconds. */
const LIFETIME = 600_000;

/** Whether an address is the answer to this sign-in, whoever sent it: without the state it is not. */
export function isAnswerTo(pending: PendingLogin, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const states = url.searchParams.getAll('state');
  return (
    withoutAnswer(url) === withoutAnswer(new URL(pending.redirectUri)) &&
    states.length === 1 &&
    states[0] === pending.state
  );
}

/** A clock that was set back by more than the tolerance makes it over, too. */
export function isOver({ begunAt }: PendingLogin, now: number): boolean {
  return Math.abs(now - begunAt) > LIFETIME;
}

function withoutAnswer(url: URL): string {
  const place = new URL(url);
  place.search = '';
  place.hash = '';
  return place.href;
}
