import type { Project } from '../model/project.ts';
import { optionsFor } from '../options/catalog/catalog.ts';
import type { OptionKey } from '../options/options.ts';
import { fill } from './fill.ts';
import type { Given } from './read-given.ts';
import type { Filled } from './resolved.ts';

/**
 * The options that have to be named to come to the same values: those that would have another one, or that would be guessed
 * where somebody said them.
 */
export function chosenKeys(filled: Filled, project: Project): OptionKey[] {
  const keys = optionsFor(project).map(({ key }) => key);
  const unlike = new Set(keys.filter((key) => isUnlike(key, filled, project)));
  // Two that follow from each other are like their defaults, and neither is found without the other.
  const again = fill(onlyThese(unlike, filled), project);
  const lost = keys.filter(
    (key) => isNamed(key, filled) && (again.guessed.includes(key) || !isSame(key, again, filled)),
  );
  return keys.filter((key) => unlike.has(key) || lost.includes(key));
}

/** Which project of a workspace is meant is never found out: somebody named it. */
function isUnlike(key: OptionKey, { options, provenance }: Filled, project: Project): boolean {
  if (key === 'project') return provenance.project !== 'detected';
  const option = optionsFor(project).find((one) => one.key === key);
  return JSON.stringify(options[key]) !== JSON.stringify(option?.fallback({ project, given: options }).value);
}

function onlyThese(keys: ReadonlySet<OptionKey>, { options, provenance }: Filled): Given {
  return Object.fromEntries([...keys].map((key) => [key, { value: options[key], origin: provenance[key] }]));
}

/** By a person, in whatever way. */
function isNamed(key: OptionKey, { provenance }: Filled): boolean {
  return !['detected', 'default'].includes(provenance[key]);
}

function isSame(key: OptionKey, { options }: Filled, other: Filled): boolean {
  return JSON.stringify(options[key]) === JSON.stringify(other.options[key]);
}
