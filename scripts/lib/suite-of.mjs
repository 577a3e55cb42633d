// @ts-check
import { suites } from './toolchains.mjs';

/**
 * The suite a test file belongs to: the folder below `tests/` where there is one of that name, else `src`.
 *
 * @param {string} path from the root of the repository, with `/`
 */
export function suiteOf(path) {
  const [top, folder = ''] = path.split('/');
  if (path.startsWith('native-plugin/tests/adapters/')) return 'adapters';
  if (top === 'native-plugin') return 'plugin';
  return top === 'tests' && Object.hasOwn(suites, folder) ? folder : 'src';
}
