import { CliError } from '../errors.ts';
import type { FrameworkFacts, Tree } from '../types.ts';
import { angular } from './angular.ts';
import type { Dependencies, Framework } from './framework.ts';

/** Every framework the tool knows, by id. */
export const frameworks: Readonly<Record<FrameworkFacts['id'], Framework>> = { angular };

/** @throws CliError `UNSUPPORTED` when the app is of no framework we know. */
export async function detectFramework(
  tree: Tree,
  dependencies: Dependencies,
  project: string | undefined,
): Promise<FrameworkFacts> {
  const found = Object.values(frameworks).find((framework) => dependencies.has(framework.dependency));
  if (!found) throw unknownFramework(dependencies);
  return found.detect(tree, dependencies, project);
}

function unknownFramework(dependencies: Dependencies): CliError {
  const where = { path: 'package.json' };
  if (dependencies.has('ionic-angular')) {
    return new CliError('UNSUPPORTED', 'This is an Ionic 3 app (ionic-angular).', {
      where,
      hint: 'Move it to Ionic 7 or newer first: https://ionicframework.com/docs/updating/4-0',
    });
  }
  const other = ['@ionic/react', '@ionic/vue'].find((name) => dependencies.has(name));
  if (other !== undefined) {
    return new CliError('UNSUPPORTED', `Apps with ${other} are not supported yet; Angular apps are.`, { where });
  }
  if (dependencies.has('@capacitor/core')) {
    return new CliError('UNSUPPORTED', 'This app uses Capacitor without Ionic Angular.', {
      where,
      hint: 'The vault itself works in any Capacitor app: npm install capacitor-identity-vault',
    });
  }
  return new CliError('UNSUPPORTED', 'This is not an Ionic Angular app: @ionic/angular is not in its package.json.', {
    where,
    hint: 'Run the command in the folder of your app, or name it with --cwd.',
  });
}
