import type { DefaultSession } from 'capacitor-identity-vault';

/** What the vault keeps for the signed-in user: `username` and `token`. */
export type Session = DefaultSession;

/** Whether the server's answer is a session. Nothing else gets into the vault. */
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
