import type { Item } from './list-literal.ts';

/** How names and texts are spelled, and whether lists end with a comma. */
export interface Spelling {
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
  readonly trailingComma: boolean;
}

/** `a: { b: ['x'] }`: a list of texts below these names. Nothing that is new stands on one line with what holds it. */
export function nestedList(names: readonly string[], texts: readonly string[], spelling: Spelling): Item {
  const comma = spelling.trailingComma ? ',' : '';
  const list = `[${texts.map(spelling.text).join(', ')}]`;
  const depth = names.length - 1;
  const member = `${spelling.name(names.at(-1) ?? '')}: ${list}`;
  const above = names.slice(0, -1).map(spelling.name);
  return {
    inline: [...above, member].join(': { ') + ' }'.repeat(depth),
    block: [
      ...above.map((name, level) => `${'\t'.repeat(level)}${name}: {`),
      `${'\t'.repeat(depth)}${member}${depth === 0 ? '' : comma}`,
      ...above.map((_, index) => `${'\t'.repeat(depth - 1 - index)}}${index === depth - 1 ? '' : comma}`),
    ],
    prefer: depth === 0 ? 'inline' : 'block',
  };
}
