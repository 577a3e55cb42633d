/** What the server calls the two fields of the login page. */
export interface LoginFieldNames {
  readonly username: string;
  readonly password: string;
}

/** Of `['username:email', 'password']`; a field that isn't named has its own name. */
export function loginFieldNames(fields: readonly string[]): LoginFieldNames {
  const nameOf = (field: keyof LoginFieldNames): string =>
    fields.map((one) => one.split(':')).find(([of]) => of === field)?.[1] ?? field;
  return { username: nameOf('username'), password: nameOf('password') };
}
