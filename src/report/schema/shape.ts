type Schema = Readonly<Record<string, unknown>>;

/** A JSON Schema that allows what a TypeScript type allows, no more and no less: another one doesn't compile. */
export interface Shape<T> {
  readonly schema: Schema;
  /** For the compiler alone; never there. */
  readonly type?: (value: T) => T;
}

/** A member that may be absent. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

/** A shape for every member of a type; one that may be absent there may be absent here. */
export type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Shape<T[K]>;
};

type Field = Shape<never> | Optional<never>;

/** An object with these members and no others. */
export function object<T extends object>(description: string, fields: Fields<T>): Shape<T> {
  const entries = Object.entries<Field>(fields as unknown as Record<string, Field>);
  const properties = entries.map(([key, field]) => [key, ('optional' in field ? field.optional : field).schema]);
  const required = entries.filter(([, field]) => !('optional' in field)).map(([key]) => key);
  return {
    schema: {
      type: 'object',
      description,
      properties: Object.fromEntries(properties) as unknown,
      required,
      additionalProperties: false,
    },
  };
}

/** The shape that has this name in the schema’s `$defs`. */
export function named<T>(name: string): Shape<T> {
  return { schema: { $ref: `#/$defs/${name}` } };
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

export function text(description: string): Shape<string> {
  return { schema: { type: 'string', description } };
}

export function integer(description: string): Shape<number> {
  return { schema: { type: 'integer', description } };
}

export function truth(description: string): Shape<boolean> {
  return { schema: { type: 'boolean', description } };
}

export function constant<const T extends string | number | boolean>(value: T): Shape<T> {
  return { schema: { const: value } };
}

/** One of these words; what each one means is part of the description. */
export function word<T extends string>(description: string, meanings: Readonly<Record<T, string>>): Shape<T> {
  const explained = Object.entries<string>(meanings).map(([value, meaning]) => `${value}: ${meaning}.`);
  return { schema: { enum: Object.keys(meanings), description: [description, ...explained].join(' ') } };
}

export function oneOfNumbers(description: string, values: readonly number[]): Shape<number> {
  return { schema: { enum: values, description } };
}

export function list<T>(description: string, { schema }: Shape<T>): Shape<readonly T[]> {
  return { schema: { type: 'array', description, items: schema } };
}

/** One of these, told apart by a member that is constant in each. */
export function oneOf<T>(description: string, shapes: readonly Shape<T>[]): Shape<T> {
  return { schema: { description, oneOf: shapes.map(({ schema }) => schema) } };
}

/** Any JSON value; what it is follows from something else. */
export function anything(description: string): Shape<unknown> {
  return { schema: { description } };
}
