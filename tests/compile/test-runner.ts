/** What Vitest, Jest and Jasmine have in common, as strict as the strictest of them: Jasmine compares values of one type. */
export const runnerTypes = `
type Body = () => void | Promise<void>;
export declare function describe(name: string, body: () => void): void;
export declare function it(name: string, body: Body): void;
export declare function beforeEach(body: Body): void;
interface Matchers<T> {
  readonly not: Matchers<T>;
  toBe(expected: T): void;
  toEqual(expected: T): void;
  toBeUndefined(): void;
  toContain(expected: unknown): void;
  toMatch(expected: RegExp): void;
}
export declare function expect<T>(actual: T): Matchers<T>;
`;

/** A spec that imports the runner's globals, so that no other file of the program has them. */
export function withRunner(spec: string): string {
  // As the runners have them without an import: one that is not used is no mistake.
  const used = ['beforeEach', 'describe', 'expect', 'it'].filter((name) => new RegExp(`\\b${name}\\(`).test(spec));
  return `import { ${used.join(', ')} } from 'test-runner';\n${spec}`;
}
