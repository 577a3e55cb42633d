import { angular } from './angular/angular.ts';
import type { Framework } from './framework.ts';

/** Every framework the tool knows, by its id: a new one is its folder, its templates and a line here. */
export const frameworks: Readonly<Record<string, Framework>> = {
  angular,
};
