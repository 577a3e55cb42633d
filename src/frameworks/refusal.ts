import type { AppProject } from '../model/app-project.ts';
import type { Place } from '../model/errors.ts';
import type { Dependency, PackageManagerName } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';
import type { JsonObject } from '../text/json.ts';

export type Dependencies = ReadonlyMap<string, Dependency>;

/** What an app is judged by before anything else of it is read. */
export interface RefusalFacts {
  readonly dependencies: Pick<Dependencies, 'has'>;
  readonly manifest: JsonObject;
  /** Names at the root. */
  readonly files: readonly string[];
  readonly capacitorConfigs: readonly AppPath[];
  readonly project?: AppProject | undefined;
  readonly packageManager: PackageManagerName;
}

/** Why an app can't be worked on, and what to do about it. */
export interface Refused {
  readonly message: string;
  /** With `npm install` and `npx` as they are typed for npm; said as the app's own package manager has them. */
  readonly hint: string;
  /** package.json where absent. */
  readonly where?: Place;
}

/** A kind of app the tool can't work on. */
export interface Refusal extends Refused {
  readonly matches: (facts: RefusalFacts) => boolean;
}

/** Does package.json list one of these packages? */
export const lists =
  (...names: string[]) =>
  ({ dependencies }: Pick<RefusalFacts, 'dependencies'>): boolean =>
    names.some((name) => dependencies.has(name));
