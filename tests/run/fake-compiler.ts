import { App } from './app.ts';

interface Said {
  readonly prints?: string;
  readonly exits?: number;
}

export interface Compiler {
  readonly before?: Said;
  /** Once the run has written. */
  readonly after?: Said;
}

/** An app that is set up, with its packages and a compiler that says what the test wants. */
export async function appWith(compiler: Compiler): Promise<App> {
  const app = await App.setUp('angular-21-plain');
  installPackages(app, compiler);
  return app;
}

export function installPackages(app: App, compiler: Compiler): void {
  installCompiler(app, compiler);
  app.write('node_modules/capacitor-identity-vault/package.json', '{ "version": "0.1.0" }');
  app.write('tsconfig.app.json', '{}');
}

/** A compiler that says what the test wants, before the run has written `lockAfter` 60000 and after it. */
export function installCompiler(app: App, { before = {}, after = before }: Compiler): void {
  const folder = 'node_modules/@angular/compiler-cli';
  app.write(`${folder}/package.json`, '{ "version": "21.0.0", "bin": { "ngc": "./ngc.cjs" } }');
  app.write(
    `${folder}/ngc.cjs`,
    `const { appendFileSync, readFileSync } = require('node:fs');
const isWritten = readFileSync('identity-vault.config.json', 'utf8').includes('60000');
const { prints = '', exits = prints === '' ? 0 : 1 } = isWritten ? ${JSON.stringify(after)} : ${JSON.stringify(before)};
appendFileSync('node_modules/runs', process.argv.slice(2).join(' ') + '\\n');
console.error(prints);
process.exitCode = exits;
`,
  );
}
