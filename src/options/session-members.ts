import type { SessionField } from './session-field.ts';

/** The options that say what a session has. */
interface AnswerOptions {
  readonly session: readonly SessionField[];
  readonly expiryField: string;
  readonly refreshUrl: string;
  readonly refreshTokenField: string;
}

/** A member of the session besides `username` and `token`. */
export interface SessionMember extends SessionField {
  /** What the server’s answer calls it. */
  readonly from: string;
  /** The option that asks for it. */
  readonly option: 'session' | 'expiryField' | 'refreshTokenField';
}

/** What a session has and the server has to answer: the fields of the app, then what renewing a token needs. */
export function sessionMembers({ session, expiryField, ...options }: AnswerOptions): SessionMember[] {
  const { refreshUrl, refreshTokenField } = options;
  return [
    ...session.map((field): SessionMember => ({ ...field, from: field.name, option: 'session' })),
    ...(expiryField === '' ? [] : [expiry(expiryField)]),
    ...(refreshUrl === '' ? [] : [refreshToken(refreshTokenField)]),
  ];
}

function expiry(from: string): SessionMember {
  return { name: 'expiresIn', type: 'number', from, option: 'expiryField' };
}

function refreshToken(from: string): SessionMember {
  return { name: 'refreshToken', type: 'string', from, option: 'refreshTokenField' };
}
