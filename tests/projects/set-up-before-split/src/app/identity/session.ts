import type { DefaultSession } from 'capacitor-identity-vault';

/** What the vault keeps for the signed-in user: `username` and `token`. */
export type Session = DefaultSession;

/** Whether it is a session. Nothing else gets into the vault. */
export function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const session = value as Partial<Record<keyof Session, unknown>>;
  return (
    typeof session.username === 'string' &&
    typeof session.token === 'string' &&
    session.token !== ''
  );
}

/** What is read of the server's answer to a sign-in. */
interface Answer {
  readonly username?: unknown;
  readonly token?: unknown;
}

/** The session that the server answered with; undefined where it is none. Nothing else is kept. */
export function sessionFrom(answer: unknown, username: string): Session | undefined {
  if (typeof answer !== 'object' || answer === null) {
    return undefined;
  }
  const given = answer as Answer;
  const session = {
    username: given.username ?? username,
    token: given.token,
  };
  return isSession(session) ? session : undefined;
}
