import { templates } from 'virtual:templates';
import { CliError } from '../../model/errors.ts';
import type { AngularVersions } from './code-shape.ts';

type Major = Pick<AngularVersions, 'major'>;

/** Where a template is looked for, the first that has it: what is no different for an older Angular is there once. */
function folders({ major }: Major): string[] {
  return [
    // `provideRouter` and its like, functional guards and interceptors.
    ...(major < 15 ? ['angular/before-15'] : []),
    // Signals.
    ...(major < 17 ? ['angular/before-17'] : []),
    // Control flow and signal queries.
    ...(major < 18 ? ['angular/before-18'] : []),
    'angular',
  ];
}

/** The path below `templates/` of the template for this version. */
export function findTemplate(name: string, versions: Major): string {
  const paths = folders(versions).map((folder) => `${folder}/${name}.ejs`);
  const found = paths.find((path) => templates[path] !== undefined);
  if (found === undefined) throw new CliError('INTERNAL', `There is no template for ${name}.`);
  return found;
}

/** The text of a part: lines that only some of the variants of a file have. There are no tags in it. */
export function part(name: string, versions: Major): string {
  return templates[findTemplate(`parts/${name}`, versions)] ?? '';
}
