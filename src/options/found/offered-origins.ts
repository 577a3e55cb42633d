import type { Project } from '../../model/project.ts';
import type { SomeOffer } from '../offer.ts';
import { findOrigins, printOrigin } from './api-origins.ts';

interface WithOrigins {
  readonly apiOrigins: readonly string[];
}

/** Origins found in the app are offered; none gets the token because a question was skipped. */
export function offerOrigins({ apiOrigins }: WithOrigins, project: Project): SomeOffer | undefined {
  const { likely } = findOrigins(project);
  const offered = [...new Set([...apiOrigins, ...likely.map(({ origin }) => origin)])];
  const nameOf = (value: string): string =>
    likely.filter(({ origin }) => origin === value).map(printOrigin)[0] ?? value;
  // What was typed before is typed again: there it can be corrected.
  if (likely.length === 0) return undefined;
  return {
    kind: 'some',
    hint: 'Found in the app:',
    items: offered.map((value) => ({ value, name: nameOf(value) })),
    others: {
      title: 'Other origins that get the token',
      hint: 'Like https://api.example.com; several separated by commas.',
      choice: 'Another server',
      none: 'the token is sent nowhere yet',
    },
  };
}
