import type { AppProject, Builds, Replacement } from '../../../model/app-project.ts';
import type { AppPath } from '../../../model/tree.ts';
import { objectAt, stringAt, type JsonObject } from '../../../text/json.ts';

/** What the configurations of the build target replace, and which of them `ng build` and `ng serve` take. */
export function readBuilds(targets: JsonObject, read: (path: string) => AppPath): Pick<AppProject, 'builds'> {
  const build = objectAt(targets, 'build');
  const declared = Object.entries(objectAt(build, 'configurations'));
  const replacements = declared.map(([name, one]) => [name, replacementsIn(one, read)] as const);
  if (replacements.every(([, some]) => some.length === 0)) return {};
  const usual = named(stringAt(build, 'defaultConfiguration'));
  return { builds: { replacements: Object.fromEntries(replacements), usual, served: served(targets, usual) } };
}

/** Before Angular 8 the two were called `src` and `replaceWith`; some workspaces still have them. */
function replacementsIn(configuration: unknown, read: (path: string) => AppPath): Replacement[] {
  const listed = (configuration as JsonObject | null | undefined)?.['fileReplacements'];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((one: unknown) => {
    const replace = stringAt(one, 'replace') ?? stringAt(one, 'src');
    const by = stringAt(one, 'with') ?? stringAt(one, 'replaceWith');
    return replace === undefined || by === undefined ? [] : [{ replace: read(replace), by: read(by) }];
  });
}

/** The server builds what its target names: `app:build:development`. */
function served(targets: JsonObject, usual: Builds['usual']): readonly string[] {
  const serve = objectAt(targets, 'serve');
  const [name = ''] = named(stringAt(serve, 'defaultConfiguration'));
  const options = [objectAt(objectAt(serve, 'configurations'), name), objectAt(serve, 'options')];
  const target = options
    .map((one) => stringAt(one, 'buildTarget') ?? stringAt(one, 'browserTarget'))
    .find((one) => one !== undefined);
  const configurations = named(target?.split(':').slice(2).join(':'));
  return configurations.length > 0 ? configurations : usual;
}

/** Several are separated by commas. */
function named(configurations: string | undefined): string[] {
  return (configurations ?? '').split(',').filter((name) => name !== '');
}
