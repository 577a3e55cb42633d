import type { OriginFact } from '../../../model/facts.ts';
import type { Tree } from '../../../model/tree.ts';

/** The origins that `environment*.ts` names, each with the keys it stands under. */
export async function readApiOrigins(tree: Tree, sourceRoot: string): Promise<readonly OriginFact[]> {
  const folder = `${sourceRoot}/environments`;
  const files = tree.list(folder).filter((name) => /^environment(\..+)?\.ts$/.test(name));
  if (files.length === 0) return [];
  const { readNamedStrings } = await import('../../../code/read-strings.ts');
  const found = new Map<string, Set<string>>();
  for (const { text, key } of files.flatMap((name) => readNamedStrings(tree.read(`${folder}/${name}`) ?? ''))) {
    const origin = httpOrigin(text);
    if (origin !== undefined) found.set(origin, (found.get(origin) ?? new Set()).add(key));
  }
  return [...found].map(([origin, keys]) => ({ origin, keys: [...keys].filter((key) => key !== '') }));
}

function httpOrigin(literal: string): string | undefined {
  if (!/^https?:\/\//.test(literal) || !URL.canParse(literal)) return undefined;
  const { origin, protocol, hostname } = new URL(literal);
  // A token never goes over plain http, except to the machine the app is developed on.
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' ? origin : undefined;
}
