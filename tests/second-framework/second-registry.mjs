// @ts-check
import { fileURLToPath } from 'node:url';

const shipped = fileURLToPath(new URL('../../src/frameworks/frameworks.ts', import.meta.url));
const second = fileURLToPath(new URL('frameworks.ts', import.meta.url));

/** The templates of the second framework. */
export const secondTemplates = fileURLToPath(new URL('templates/', import.meta.url));

/** For Vite: the tests' registry of frameworks in the place of the tool's; nothing else is exchanged. */
export function secondRegistry() {
  return {
    name: 'second-registry',
    enforce: /** @type {const} */ ('pre'),
    /**
     * @this {{ resolve(source: string, importer?: string, options?: object): Promise<{ id: string } | null> }}
     * @param {string} source
     * @param {string} [importer]
     * @param {object} [options]
     */
    async resolveId(source, importer, options) {
      if (!source.endsWith('/frameworks.ts')) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id === shipped ? second : undefined;
    },
  };
}
