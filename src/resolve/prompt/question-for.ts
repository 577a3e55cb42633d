import type { CatalogOption } from '../../options/catalog/catalog.ts';
import type { Interview } from './interview.ts';

/** What a person is asked for it. */
export function questionFor({ question, help }: CatalogOption): string {
  return question ?? help;
}

/** What follows from the answer. */
export function hintFor({ firstHint, consequence }: CatalogOption, { project: { setup } }: Interview): string {
  return (setup.configText === undefined ? firstHint : undefined) ?? consequence;
}
