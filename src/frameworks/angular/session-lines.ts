import type { SessionField } from '../../options/session-field.ts';

/** What the vault always keeps, and what the app's developers added. */
function allFields(session: readonly SessionField[]): readonly SessionField[] {
  return [{ name: 'username', type: 'string' }, { name: 'token', type: 'string' }, ...session];
}

const empty: Readonly<Record<SessionField['type'], string>> = {
  string: "''",
  number: '0',
  boolean: 'false',
  'string[]': '[]',
  'number[]': '[]',
  'boolean[]': '[]',
};

/** What servers call the two fields that every session has. */
const usual: Readonly<Record<string, RegExp>> = {
  token: /^(access_?|id_?|auth_?|jwt_?|bearer_?)?(token|jwt)$/i,
  username: /^(user_?name|e_?mail|login|user_?id|uid|display_?name)$/i,
};

/**
 * The session as an object literal, a line each: what the code is seen to read from the answer, else a value to be
 * replaced, which compiles and says so.
 */
export function sessionLines(session: readonly SessionField[], reads: readonly string[]): string[] {
  const lines = allFields(session).map(({ name, type }) => {
    const pattern = usual[name] ?? new RegExp(`^${loose(name)}$`, 'i');
    const read = reads.find(
      (one) => pattern.test(one.replace(/^.*\./, '').replaceAll('_', '')) || pattern.test(last(one)),
    );
    return read === undefined
      ? `  ${name}: ${empty[type]}, // put here what your server answered`
      : `  ${read === name ? name : `${name}: ${read}`},`;
  });
  return ['{', ...lines, '}'];
}

function last(read: string): string {
  return read.replace(/^.*\./, '');
}

function loose(name: string): string {
  return name.replaceAll('_', '').replaceAll('$', '\\$');
}
