export const sessionFieldTypes = ['string', 'number', 'boolean', 'string[]', 'number[]', 'boolean[]'] as const;

type SessionFieldType = (typeof sessionFieldTypes)[number];

/** One field of the session, on top of `username` and `token`. */
export interface SessionField {
  readonly name: string;
  readonly type: SessionFieldType;
}
