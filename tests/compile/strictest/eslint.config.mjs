import eslint from '@eslint/js';
import angular from '@angular-eslint/eslint-plugin';
import template from '@angular-eslint/eslint-plugin-template';
import * as templateParser from '@angular-eslint/template-parser';
import tseslint from 'typescript-eslint';

/** The strictest presets there are. Each rule that is off, or has an option, says why. */
export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { '@angular-eslint': angular },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...angular.configs.all.rules,
      // An NgModule is an empty class with a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `Validators.required` is a static method, and Angular means it to be passed on like this.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      // Ionic has pages and modals.
      '@angular-eslint/component-class-suffix': ['error', { suffixes: ['Page', 'Modal'] }],
      // No template names a page or a modal: the router and the modal controller create them.
      '@angular-eslint/use-component-selector': 'off',
      // Before Ionic 8.4 the modal controller assigns inputs as properties, which an input signal is not.
      '@angular-eslint/prefer-signals': ['error', { preferInputSignals: false }],
      // The alphabet is not the order in which Angular's own generators write NgModules: declarations come first.
      '@angular-eslint/sort-keys-in-type-decorator': 'off',
    },
  },
  {
    // Apps that have set up IonicModule: there it is the way, though Ionic 9 calls it deprecated.
    files: ['src/variants/{module,mixed}-*/**/*.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    // Apps made of NgModules.
    files: ['src/variants/module-*/**/*.ts'],
    rules: { '@angular-eslint/prefer-standalone': 'off' },
  },
  {
    // The session of the app is named where the service is declared, also while it has no more fields than the vault's own.
    files: ['src/**/identity.service.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-arguments': 'off' },
  },
  {
    files: ['src/**/*.html'],
    plugins: { '@angular-eslint/template': template },
    languageOptions: { parser: templateParser },
    rules: {
      ...template.configs.all.rules,
      // Whether an app is translated, and with what, is its own matter.
      '@angular-eslint/template/i18n': 'off',
      // Reading a signal is a call.
      '@angular-eslint/template/no-call-expression': 'off',
    },
  },
);
