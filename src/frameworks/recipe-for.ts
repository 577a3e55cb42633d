import type { CodeRecipe } from '../code/edit-code.ts';
import { CliError } from '../model/errors.ts';
import { frameworkWith } from './find-framework.ts';

/** A recipe as an edit names it: `<framework>/<recipe>`. Its code is loaded only here. */
export async function recipeFor(name: string): Promise<CodeRecipe> {
  const [id = '', recipe = ''] = name.split('/');
  const load = frameworkWith({ id }).recipes[recipe];
  if (load === undefined) throw new CliError('INTERNAL', `There is no recipe ${name}.`);
  return load();
}
