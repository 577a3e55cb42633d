import { frameworkWith } from '../frameworks/find-framework.ts';
import type { MinimumVersion } from '../frameworks/framework.ts';
import type { Project } from '../model/project.ts';

interface Outdated {
  readonly code: string;
  readonly text: string;
  readonly guide: string;
}

type InstalledVersions = Pick<Project, 'capacitor' | 'ionicMajor' | 'dependencies' | 'framework'>;

/** Versions of the app that the generated code is not made for: it is written with `--allow-unsupported` only. */
export function outdatedVersions({ capacitor, ionicMajor, dependencies, framework }: InstalledVersions): Outdated[] {
  const { minimumVersions } = frameworkWith(framework);
  return [
    ...judge(capacitorMinimum, capacitor.major),
    ...judge(ionicMinimum, ionicMajor),
    ...minimumVersions.flatMap((minimum) => judge(minimum, dependencies.get(minimum.package)?.major)),
  ];
}

const capacitorMinimum: MinimumVersion = {
  package: 'capacitor',
  title: 'Capacitor',
  major: 7,
  need: 'the vault plugin needs 7',
  guide: 'https://capacitorjs.com/docs/updating/7-0',
};

const ionicMinimum: MinimumVersion = {
  package: 'ionic',
  title: 'Ionic',
  major: 7,
  need: 'the generated pages need 7',
  guide: 'https://ionicframework.com/docs/updating/7-0',
};

/** An unknown version is given the benefit of the doubt. */
function judge({ package: name, title, major, need, guide }: MinimumVersion, found: number | undefined): Outdated[] {
  if (found === undefined || found >= major) return [];
  return [{ code: `${name}-unsupported`, text: `The app uses ${title} ${found}; ${need} or newer.`, guide }];
}
