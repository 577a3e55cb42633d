import tseslint from 'typescript-eslint';
import { layersPlugin } from './eslint.layers.mjs';

const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const pluginFolders = ['v4', 'v6', 'vaults', 'core', 'web', 'http', 'oidc', 'testing', 'definitions'];
/** What a folder of the plugin may import of its other folders: nothing else. `vaults/local` is not `vaults`. */
const pluginImports = (folder, ...allowed) => ({
  files: [`native-plugin/src/${folder}/**/*.ts`],
  rules: forbid({
    group: [
      ...pluginFolders.filter((name) => name !== folder && !allowed.includes(name)).map((name) => `**/${name}/**`),
      // Which platform this is, only vaults/ asks.
      ...(folder === 'vaults' ? [] : ['@capacitor/*']),
      ...(allowed.includes('vaults') && !allowed.includes('vaults/local') ? ['**/vaults/local/**'] : []),
    ],
    message: `${folder}/ imports only ${allowed.join(', ') || 'itself'}: see native-plugin/docs/architecture.md.`,
  }),
});
/** Of browsers, and of processes: the core gets all of it through its ports, everything else through web/. */
const platformGlobals = [
  ...['crypto', 'indexedDB', 'document', 'window', 'navigator', 'location', 'performance', 'self', 'globalThis'],
  ...['localStorage', 'sessionStorage', 'BroadcastChannel', 'PublicKeyCredential', 'setTimeout', 'setInterval', 'Date'],
].map((name) => ({ name, message: 'Only web/ knows the platform.' }));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      // What Maven and SwiftPM made.
      '**/{target,.build}/**',
      'demo-app/**',
      'examples/**',
      'tests/e2e/apps/**',
      'tests/edits/*/**',
      'tests/projects/**',
      'tests/beside-auth/cases/*/src/**',
      'tests/beside-auth/{skeleton,entry,page}/**',
      'templates/**',
      'vitest.config.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'bin/**/*.ts'],
    plugins: { layers: layersPlugin },
    rules: { 'layers/imports': 'error' },
  },
  {
    files: ['src/code/**/*.ts', 'src/frameworks/*/{read,edits}/**/*.ts', 'tests/second-framework/*/edits/**/*.ts'],
    // ts-morph's node classes are built from mixins, which this rule doesn't see as subclasses of Node.
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  { files: ['src/report/**/*.ts', 'bin/**/*.ts'], rules: { 'no-console': 'off' } },
  pluginImports('definitions'),
  pluginImports('core'),
  pluginImports('vaults', 'core', 'definitions'),
  pluginImports('v4', 'vaults', 'definitions'),
  pluginImports('v6', 'vaults', 'definitions'),
  pluginImports('web', 'vaults', 'vaults/local', 'core', 'definitions'),
  pluginImports('testing', 'vaults', 'vaults/local', 'core', 'definitions'),
  pluginImports('http', 'definitions'),
  pluginImports('oidc', 'http', 'vaults', 'definitions'),
  {
    files: ['native-plugin/src/**/*.ts'],
    // A policy has to know the page's own origin, and a token's time a clock; both are an entry of their own.
    ignores: [
      'native-plugin/src/web/**',
      'native-plugin/src/oidc/browser/**',
      'native-plugin/src/http/{origin-policy,wire-clock}.ts',
    ],
    rules: { 'no-restricted-globals': ['error', ...platformGlobals] },
  },
  {
    files: ['**/tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
