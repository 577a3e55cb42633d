import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';

/**
 * Reads a part of what native answered. Only what is described is taken over; members that are not known are left out.
 * @param at names the part in the error; the part itself is never told
 * @throws VaultError `VaultUnavailable`
 */
export type Shape<T> = (value: unknown, at: string) => T;

export function faulty(at: string): VaultError {
  const message = `The native part gave an answer that the bridge does not allow: ${at}.`;
  return new VaultError(VaultErrorCodes.VaultUnavailable, message);
}

/** Of calls that answer nothing. */
export const nothing: Shape<undefined> = (value, at) => {
  if (value !== undefined && value !== null) throw faulty(at);
  return undefined;
};

export const flag: Shape<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw faulty(at);
  return value;
};

/** A whole number, not negative. */
export const count: Shape<number> = (value, at) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw faulty(at);
  return value as number;
};

/** @param most UTF-16 units */
export function text(most: number, least = 0): Shape<string> {
  return (value, at) => {
    if (typeof value !== 'string' || value.length > most || value.length < least) throw faulty(at);
    return value;
  };
}

export function oneOf<const T>(...allowed: readonly T[]): Shape<T> {
  return (value, at) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw faulty(at);
    return found;
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, at) => (value === null ? null : shape(value, at));
}

/** Absent; platforms that can't leave a member out send `null`. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, at) => (value === undefined || value === null ? undefined : shape(value, at));
}

export function list<T>(shape: Shape<T>, most: number): Shape<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw faulty(at);
    return value.map((one: unknown, index) => shape(one, `${at}[${index}]`));
  };
}

export function record<T>(shapes: { readonly [Name in keyof T]: Shape<T[Name]> }): Shape<T> {
  const members = Object.entries<Shape<unknown>>(shapes);
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw faulty(at);
    const own = (name: string): unknown =>
      Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    return Object.fromEntries(members.map(([name, shape]) => [name, shape(own(name), `${at}.${name}`)])) as T;
  };
}
