import { angular } from '../../src/frameworks/angular/angular.ts';
import { tiny } from './tiny/tiny.ts';

/** Every framework the tool knows, by its id: a new one is its folder, its templates and a line here. */
export const frameworks = {
  angular,
  tiny,
};
