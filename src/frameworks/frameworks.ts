import type { FrameworkFacts } from '../model/facts.ts';
import { angular } from './angular/angular.ts';
import type { Dependencies, Framework } from './framework.ts';

/** Every framework the tool knows, by id. */
export const frameworks: Readonly<Record<FrameworkFacts['id'], Framework>> = { angular };

/** The framework of an app with these dependencies. */
export function frameworkOf(dependencies: Pick<Dependencies, 'has'>): Framework | undefined {
  return Object.values(frameworks).find(({ dependency }) => dependencies.has(dependency));
}
