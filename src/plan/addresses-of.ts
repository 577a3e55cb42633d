import { frameworkWith } from '../frameworks/find-framework.ts';
import type { BuildAddresses } from '../model/build-addresses.ts';
import type { Project } from '../model/project.ts';
import type { Options } from '../options/options.ts';

/** What each build of the app talks to; none where builds don't differ, or only the running app knows. */
export async function addressesOf({ framework }: Project, options: Options): Promise<readonly BuildAddresses[]> {
  return (await frameworkWith(framework).addresses?.(framework, options)) ?? [];
}
