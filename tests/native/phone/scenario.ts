export type Platform = 'ios' | 'android';

/** One story of `native-plugin/scenarios`; its README says what each member means. */
export interface Scenario {
  readonly id: string;
  readonly why: string;
  readonly platforms?: readonly Platform[];
  /** Android: the API level from which on it is played. */
  readonly since?: number;
  /** Android: the API level up to which it is played. */
  readonly until?: number;
  readonly phone?: Readonly<Record<string, unknown>>;
  readonly differs?: Readonly<Partial<Record<Platform, string>>>;
  /** Absent: the app is started first. */
  readonly starts?: false;
  /** Capacitor writes values down in it, and is allowed to: no canary is looked for. */
  readonly logs?: true;
  readonly steps: readonly Step[];
}

export type Step = Readonly<Record<string, unknown>>;

type Json = Readonly<Record<string, unknown>>;

/** Whether a value has everything that is expected of it; a list has to be the same. */
export function hasAll(value: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(value, expected);
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(expected)) return false;
  if (Array.isArray(expected) && (value as readonly unknown[]).length !== expected.length) return false;
  return Object.entries(expected as Json).every(([name, one]) => hasAll((value as Json)[name], one));
}

/** A message with its long texts: `{ "times": 3, "of": "a" }` stands for `aaa`. */
export function writtenOut<T>(message: T): T {
  return JSON.parse(JSON.stringify(message), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('times' in value && 'of' in value)) return value;
    return String(value.of).repeat(Number(value.times));
  }) as T;
}
