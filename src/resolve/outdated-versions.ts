import { frameworkWith } from '../frameworks/find-framework.ts';
import type { MinimumVersion } from '../frameworks/framework.ts';
import type { Outdated } from '../model/outdated.ts';
import type { Project } from '../model/project.ts';
import { platforms } from '../platforms/platforms.ts';

/** Versions of the app that the generated code and the vault are not made for. */
export function outdatedVersions(project: Project): Outdated[] {
  const { capacitor, ionicMajor, dependencies, framework } = project;
  const { minimumVersions } = frameworkWith(framework);
  return [
    ...judge(capacitorMinimum, capacitor.major),
    ...judge(ionicMinimum, ionicMajor),
    ...minimumVersions.flatMap((minimum) => judge(minimum, dependencies.get(minimum.package)?.major)),
    ...platforms.flatMap((platform) => platform.outdated(project)),
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
  const text = `The app uses ${title} ${found}; ${need} or newer.`;
  return [{ code: `${name}-unsupported`, text, where: { path: 'package.json' }, remedy: `Update first: ${guide}` }];
}
