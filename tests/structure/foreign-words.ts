/** A file of the repository, its path from the root with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** A framework, and the words that only its own folders may say. */
export interface OwnWords {
  readonly id: string;
  readonly words: readonly string[];
}

const registry = 'src/frameworks/frameworks.ts';

/**
 * Where a file says what only a framework's own folders may say: in its code, texts and comments, and in its name.
 * The registry may name a framework in its import and in its line.
 * @returns `path:line: the line`, or the path alone where the word is in its name
 */
export function foreignWords({ path, text }: SourceText, { id, words }: OwnWords): string[] {
  if ([`src/frameworks/${id}/`, `templates/${id}/`].some((folder) => path.startsWith(folder))) return [];
  const word = new RegExp(words.join('|'), 'i');
  const registered = path === registry ? [`import { ${id} } from './${id}/${id}.ts';`, `${id},`] : [];
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), at: index + 1 }));
  return [
    ...(word.test(path) ? [path] : []),
    ...lines
      .filter(({ line }) => word.test(line) && !registered.includes(line))
      .map(({ line, at }) => `${path}:${String(at)}: ${line}`),
  ];
}
