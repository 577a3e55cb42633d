import type { CatalogOption } from '../../options/catalog/catalog.ts';
import type { Interview } from './interview.ts';

/** What a person is asked for it. */
export function questionFor({ question, help }: CatalogOption): string {
  return question ?? help;
}

/** What follows from the answer, and what else there is to say. */
export function hintFor(
  { firstHint, consequence }: CatalogOption,
  { project: { setup } }: Interview,
  { hint: more = '' }: { readonly hint?: string } = {},
): string {
  const follows = (setup.configText === undefined ? firstHint : undefined) ?? consequence;
  return `${follows} ${more}`.trim();
}
