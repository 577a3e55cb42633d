import type { NeededImport } from '../../model/edit.ts';
import { bySpecifier, importLine } from '../../code/add-imports.ts';
import { codeStyleOf } from '../../code/code-style.ts';
import { localName } from '../../code/imports.ts';
import { pointsTo, specifierFor } from '../../code/module-path.ts';
import { heldAs, type AppClass } from './read/app-class.ts';

/** How a class of the app gets the generated service: the lines for that, and what it then calls it. */
export interface Use {
  readonly imports: readonly string[];
  readonly field: readonly string[];
  readonly name: string;
}

const inject: NeededImport = { name: 'inject', from: { package: '@angular/core' } };

/** What is there already is not asked for again. */
export function useOf(service: NeededImport, user: AppClass, more: readonly NeededImport[] = []): Use {
  const held = heldAs(user, service.name);
  const imports = held === undefined ? [inject, ...more, service] : more;
  const name = held ?? freeName(user);
  const field = [`// in the class ${user.name}:`, `private readonly ${name} = inject(${service.name});`];
  return { imports: importLines(user, imports), field: held === undefined ? field : [], name: `this.${name}` };
}

function freeName({ node }: AppClass): string {
  const members = new Set(node.getMembers().flatMap((one) => ('getName' in one ? [one.getName()] : [])));
  const parameters = node
    .getConstructors()
    .flatMap((one) => one.getParameters().map((parameter) => parameter.getName()));
  const taken = new Set([...members, ...parameters]);
  return ['identity', 'identityVault'].find((name) => !taken.has(name)) ?? 'vaultIdentity';
}

function importLines({ path, node }: AppClass, needed: readonly NeededImport[]): string[] {
  const source = node.getSourceFile();
  const missing = needed.filter(
    ({ name, from }) => localName(source, { name, from: (specifier) => pointsTo(path, specifier, from) }) === undefined,
  );
  const style = codeStyleOf(source);
  const named = missing.map(({ name, from }) => ({ name, specifier: specifierFor(path, from) }));
  return [...bySpecifier(named)].map(([specifier, names]) => importLine(style, specifier, names));
}
