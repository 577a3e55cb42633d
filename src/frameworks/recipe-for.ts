import type { CodeRecipe } from '../code/edit-code.ts';
import { CliError } from '../model/errors.ts';
import { frameworks } from './frameworks.ts';

/** A recipe as an edit names it: `<framework>/<recipe>`. Its code is loaded only here. */
export async function recipeFor(name: string): Promise<CodeRecipe> {
  const [framework = '', recipe = ''] = name.split('/');
  const load = frameworks[framework]?.recipes[recipe];
  if (load === undefined) throw new CliError('INTERNAL', `There is no recipe ${name}.`);
  return load();
}
