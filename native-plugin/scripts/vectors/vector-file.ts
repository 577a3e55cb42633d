/** One case: one failure, or one thing that must work, and why. */
export interface VectorCase {
  /** Unique in its file. */
  readonly id: string;
  readonly why: string;
  /** The result, or `error`: the one code it is refused with. */
  readonly expect?: object;
}

export interface VectorFile {
  readonly file: string;
  readonly about: string;
  readonly cases: readonly VectorCase[];
  /** What cases refer to. */
  readonly bases?: unknown;
}

/** The text of a vector file: one case a line, so that a change of one case is a change of one line. */
export function textOf({ about, bases, cases }: VectorFile): string {
  const lines = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  const parts = [`  "format": "IDV1-vectors-1"`, `  "about": ${JSON.stringify(about)}`];
  if (Array.isArray(bases)) parts.push(`  "bases": [\n${lines(bases)}\n  ]`);
  parts.push(`  "cases": [\n${lines(cases)}\n  ]`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
