import type { ManualStep } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import type { OptionKey } from '../options/options.ts';
import type { Filled } from './resolved.ts';

/** Enough to see what they have in common. */
const shownPlaces = 5;

/**
 * Routes whose path could not be computed may be the app's sign-in or home. Where neither was found among the others and
 * nobody named them, a run would add a second login page, or leave pages open, without a word.
 */
export function unknownPages(filled: Filled, { framework }: Project): ManualStep[] {
  const { unknownPaths } = framework;
  const [first] = unknownPaths;
  const mayHideSignIn = filled.options.loginPage === 'generate' && !isNamed(filled, 'loginPage', 'loginPath');
  const mayHideHome = filled.options.guardedRoutes.length === 0 && !isNamed(filled, 'homePath', 'guardedRoutes');
  if (first === undefined || (!mayHideSignIn && !mayHideHome)) return [];
  const places = unknownPaths.map(({ path, line, reason }) => `${path}:${String(line)} (${reason})`);
  const more = places.length > shownPlaces ? `, and ${String(places.length - shownPlaces)} more` : '';
  const number = places.length === 1 ? 'The path of 1 route' : `The paths of ${String(places.length)} routes`;
  const what = mayHideSignIn ? 'the app’s sign-in page' : 'the page users come to';
  return [
    {
      id: 'unknown-paths',
      path: first.path,
      line: first.line,
      reason: `${number} could not be computed, and ${what} may be among them: ${places.slice(0, shownPlaces).join(', ')}${more}. Name it, and run the command again.`,
      lines: [
        ...(mayHideSignIn
          ? [
              '// the app has a sign-in page: --login-page existing --login-path <path>',
              '// it has none: --login-page generate',
            ]
          : []),
        ...(mayHideHome ? ['// the pages for signed-in users: --home-path <path> --guarded-routes <path>,<path>'] : []),
      ],
    },
  ];
}

/** By a person, in whatever way; an applied configuration has every answer. */
function isNamed({ provenance }: Filled, ...keys: readonly OptionKey[]): boolean {
  return keys.some((key) => !['detected', 'default'].includes(provenance[key]));
}
