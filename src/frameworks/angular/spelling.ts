import { literal } from '../../code/literal.ts';
import { CliError } from '../../model/errors.ts';
import type { AngularVersions } from './code-shape.ts';

/** Text as a string literal. */
export function textLiteral(value: string): string {
  return literal(value, "'");
}

/** The name itself. Options are validated long before; this is what keeps a gap there out of the code. */
export function identifier(name: string): string {
  if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return name;
  throw new CliError('INTERNAL', `${JSON.stringify(name)} can't be a name in TypeScript.`);
}

/**
 * A list as Prettier would have it in Angular's own set-up: on one line where it fits into 100 columns, else an item a
 * line. Spaces at the end of `open` and the start of `close` are those of the one line: `import { ` and ` } from 'x';`.
 */
export function fitted(open: string, items: readonly string[], close: string): string {
  const line = `${open}${items.join(', ')}${close}`;
  if (line.length <= 100) return line;
  const indentation = /^ */.exec(open)?.[0] ?? '';
  const lines = items.map((item) => `${indentation}  ${item},\n`);
  return `${open.trimEnd()}\n${lines.join('')}${indentation}${close.trimStart()}`;
}

/** The import of names from Ionic; one that is only a type is given as `type ViewDidEnter`. */
export function ionicImport(names: readonly string[], versions: AngularVersions): string {
  const close = ` } from ${ionicEntry(versions)};`;
  const onlyTypes = names.every((name) => name.startsWith('type '));
  if (!onlyTypes) return fitted('import { ', names, close);
  const bare = names.map((name) => name.replace('type ', ''));
  return fitted('import type { ', bare, close);
}

/** Where the components of Ionic are that the pages use. */
export function ionicEntry({ ionicMajor, shape: { ionic } }: AngularVersions): string {
  if (ionicMajor >= 9) return textLiteral(ionic === 'module' ? '@ionic/angular/lazy' : '@ionic/angular');
  return textLiteral(ionic === 'module' ? '@ionic/angular' : '@ionic/angular/standalone');
}
