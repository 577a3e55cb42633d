import { CliError } from '../../errors.ts';
import { isObject, type JsonObject, objectAt, readJson, stringAt } from '../../json.ts';
import type { AppPath, Tree } from '../../types.ts';

/** One buildable application of angular.json. */
export interface AngularProject {
  readonly name: string;
  readonly sourceRoot: AppPath;
  readonly entryFile: AppPath;
}

const workspaceFile = 'angular.json';

/**
 * The application to work on: the one asked for, else the only one.
 * @throws CliError `ANSWER_NEEDED` naming the candidates when there are several.
 */
export function chooseProject(tree: Tree, wanted: string | undefined): AngularProject {
  const applications = readApplications(tree);
  const names = applications.map(({ name }) => name).join(', ');
  if (wanted !== undefined) {
    const chosen = applications.find(({ name }) => name === wanted);
    if (chosen) return chosen;
    throw new CliError('USAGE', `${workspaceFile} has no application project "${wanted}".`, {
      where: { path: workspaceFile },
      hint: `Choose one of: ${names}`,
    });
  }
  const [only, second] = applications;
  if (only && !second) return only;
  if (!only) {
    throw new CliError('UNSUPPORTED', `${workspaceFile} has no application project with a build target.`, {
      where: { path: workspaceFile },
      hint: 'The tool works on applications; a library workspace has none.',
    });
  }
  throw new CliError('ANSWER_NEEDED', `${workspaceFile} has several application projects: ${names}.`, {
    where: { path: workspaceFile },
    hint: `Name one: ${applications.map(({ name }) => `--project ${name}`).join('  or  ')}`,
  });
}

function readApplications(tree: Tree): AngularProject[] {
  const workspace = readJson(tree, workspaceFile);
  if (!workspace) {
    throw new CliError('UNSUPPORTED', `There is no ${workspaceFile} beside package.json.`, {
      hint: 'Run the command in the folder that has angular.json, or name it with --cwd.',
    });
  }
  return Object.entries(objectAt(workspace, 'projects')).flatMap(([name, project]) => {
    const application = isObject(project) ? toApplication(name, project) : undefined;
    return application ? [application] : [];
  });
}

function toApplication(name: string, project: JsonObject): AngularProject | undefined {
  const targets = isObject(project['architect']) ? project['architect'] : objectAt(project, 'targets');
  if (stringAt(project, 'projectType') !== 'application' || !isObject(targets['build'])) return undefined;
  const options = objectAt(targets['build'], 'options');
  const root = stringAt(project, 'root') ?? '';
  const sourceRoot = withoutSlash(stringAt(project, 'sourceRoot') ?? (root === '' ? 'src' : `${root}/src`));
  // Both builders default to main.ts in the source root when the option is left out.
  const entryFile = stringAt(options, 'browser') ?? stringAt(options, 'main') ?? `${sourceRoot}/main.ts`;
  return { name, sourceRoot, entryFile: entryFile.replace(/^\.\//, '') };
}

function withoutSlash(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '');
}
