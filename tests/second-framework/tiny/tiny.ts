import type { Framework } from '../../../src/frameworks/framework.ts';
import type { TinyFacts } from './tiny-facts.ts';
import { tinyOptions, type TinyOptions } from './tiny-options.ts';

/** A framework nobody has: its apps are JSON files. It shows what a framework costs. */
export const tiny: Framework<TinyFacts, TinyOptions> = {
  id: 'tiny',
  title: 'Tiny',
  ionicPackage: '@ionic/tiny',
  versionedPackages: ['tiny', '@ionic/tiny'],
  minimumVersions: [{ package: 'tiny', title: 'Tiny', major: 2, need: 'the service needs 2', guide: 'docs/tiny.txt' }],
  ownFiles: /^tiny\.json$/,
  refusals: [],
  options: tinyOptions,
  reservedNames: new Set(['vault']),
  recipes: { service: async () => (await import('./edits/service.ts')).service },
  purposeOf: () => undefined,
  appFacts: [{ key: 'pages', what: 'The file that names the pages.', tell: ({ pagesFile }) => pagesFile }],

  async projects(tree) {
    return (await import('./read-projects.ts')).readProjects(tree);
  },
  missingProject: () => ({
    message: 'There is no tiny.json beside package.json.',
    hint: 'Run the command in the folder that has it, or name it with --cwd.',
  }),
  async isIonic(tree, { entryFile }) {
    return Promise.resolve(tree.read(entryFile)?.includes('@ionic/tiny') === true);
  },
  async inspect(tree, dependencies, project) {
    return (await import('./inspect-tiny.ts')).inspectTiny(tree, dependencies, project);
  },
  async want(project, options) {
    return (await import('./want-tiny.ts')).wantTiny(project, options);
  },
};
