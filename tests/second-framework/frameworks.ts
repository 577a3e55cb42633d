import { angular } from '../../src/frameworks/angular/angular.ts';
import { tiny } from './tiny/tiny.ts';
import type { Framework } from '../../src/frameworks/framework.ts';

/** Every framework the tool knows, by its id: a new one is its folder, its templates and a line here. */
export const frameworks: Readonly<Record<string, Framework>> = {
  angular,
  tiny,
};
