import type { OriginFact } from '../../../model/facts.ts';
import type { Tree } from '../../../model/tree.ts';
import { readNamedStrings } from '../../../code/read-strings.ts';
import { environmentKey } from './environment-key.ts';

/** The origins that `environment*.ts` names, each with the keys it stands under. */
export function readApiOrigins(tree: Tree, sourceRoot: string): readonly OriginFact[] {
  const folder = `${sourceRoot}/environments`;
  const files = tree.list(folder).filter((name) => /^environment(\..+)?\.ts$/.test(name));
  return originsIn(...files.map((name) => tree.read(`${folder}/${name}`) ?? ''));
}

/** The same of some texts, without what this tool wrote there. */
export function originsIn(...texts: readonly string[]): readonly OriginFact[] {
  const found = new Map<string, Set<string>>();
  const strings = texts.flatMap(readNamedStrings).filter(({ key }) => !key.startsWith(`${environmentKey}.`));
  for (const { text, key } of strings) {
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
