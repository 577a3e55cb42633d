import tseslint from 'typescript-eslint';

/** Folders of `src/` and what each may not import: the layering of the design, checked. */
const only = {
  disk: { group: ['node:fs', 'node:fs/*', 'fs', 'fs/*'], message: 'Only inspect/ reads and only apply/ writes.' },
  prompts: { group: ['@inquirer/*', 'inquirer'], message: 'Only options/prompt asks.' },
  syntax: { group: ['ts-morph'], message: 'Only code/ knows ts-morph.' },
  processes: { group: ['execa', 'node:child_process'], message: 'Only apply/ runs commands.' },
  vaults: {
    group: ['**/options/**', '**/frameworks/**', '**/platforms/**', '**/inspect/**', '**/apply/**', '**/report/**'],
    message: 'code/ and edits/ know source text, not vaults.',
  },
  stages: {
    group: ['**/apply/**', '**/report/**', '**/run.ts'],
    message: 'Data flows one way: inspect, resolve, plan, render, diff, apply, report.',
  },
};
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const { disk, prompts, syntax, processes, vaults, stages } = only;

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'demo-app/**',
      'examples/**',
      'tests/e2e/apps/**',
      'tests/edits/*/**',
      'tests/projects/**',
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
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: forbid(disk, prompts, syntax, processes) },
  {
    files: ['src/code/**/*.ts'],
    rules: {
      ...forbid(disk, prompts, processes, vaults),
      // ts-morph's node classes are built from mixins, which this rule doesn't see as subclasses of Node.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  { files: ['src/edits/**/*.ts'], rules: forbid(disk, prompts, processes, syntax, vaults) },
  { files: ['src/inspect/**/*.ts'], rules: forbid(prompts, syntax, processes, stages) },
  { files: ['src/options/**/*.ts'], rules: forbid(disk, prompts, syntax, processes, stages) },
  { files: ['src/options/prompt/**/*.ts'], rules: forbid(disk, syntax, processes, stages) },
  { files: ['src/apply/**/*.ts'], rules: forbid(prompts, syntax) },
  { files: ['src/report/**/*.ts'], rules: forbid(disk, prompts, syntax, processes) },
  { files: ['src/report/**/*.ts', 'bin/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/types.ts', 'native-plugin/src/definitions/v4.ts'], rules: { 'max-lines': 'off' } },
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
