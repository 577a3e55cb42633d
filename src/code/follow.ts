import type { BindingElement, VariableDeclaration } from 'ts-morph';
import { Node, SyntaxKind, VariableDeclarationKind } from 'ts-morph';
import type { CodeAnchor } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';
import type { Exported, Lost } from './exported.ts';
import { exportedBy, imported, localValue, MAX_STEPS, unknown } from './exported.ts';
import { originOf } from './imports.ts';
import { unwrap } from './literals.ts';
import { accessOf, frozen, memberOf, moreMembersOf } from './members.ts';
import type { Modules } from './modules.ts';
import { bindingOf, declarationAround } from './scope.ts';

/** An expression and the file it is written in. */
export interface NodePlace {
  readonly path: AppPath;
  readonly node: Node;
  /** How the place is found again; absent where a value has no name of its own. */
  readonly anchor?: CodeAnchor;
}

/** The value an expression stands for, through variables, members, imports, barrels and path aliases. */
export function follow(modules: Modules, place: NodePlace, steps = MAX_STEPS): NodePlace | Lost {
  const node = unwrap(place.node);
  if (steps <= 0) return unknown('the imports lead in a circle');
  if (Node.isIdentifier(node)) return followName(modules, { path: place.path, node }, steps);
  const access = accessOf(node);
  if (access !== undefined) {
    const owner = follow(modules, { path: place.path, node: access.owner }, steps - 1);
    const found = isLost(owner) ? owner : followMember(modules, owner, { name: access.name, steps: steps - 1 });
    return isLost(found) && found.lost === 'unknown' ? unknown(`${node.getText()} is not a plain name`) : found;
  }
  const inner = frozen(node);
  if (inner !== undefined) return follow(modules, { path: place.path, node: inner }, steps - 1);
  const self = Node.isThisExpression(node) ? node.getFirstAncestor(Node.isClassDeclaration) : undefined;
  if (self !== undefined) return modules.bound?.get(self) ?? { path: place.path, node: self };
  return { ...place, node };
}

export function isLost(result: NodePlace | Lost): result is Lost {
  return 'lost' in result;
}

/** In words; `comes` is the subject and its verb: `it comes`. */
export function whyLost(lost: Lost, comes: string): string {
  return lost.lost === 'package' ? `${comes} from ${lost.specifier}` : lost.reason;
}

/** What a file exports by a name. */
export function followExport(modules: Modules, path: AppPath, name: string): NodePlace | Lost {
  return fromExported(modules, exportedBy(modules, path, { name, steps: MAX_STEPS }), { name, steps: MAX_STEPS });
}

interface WantedName {
  readonly name: string;
  readonly steps: number;
}

function followName(modules: Modules, { path, node }: NodePlace, steps: number): NodePlace | Lost {
  const name = node.getText();
  const source = node.getSourceFile();
  const near = declarationAround(node, name);
  const origin = near === undefined ? originOf(source, name) : undefined;
  // All of a file is searched last: that costs as much as the file is long, for each name.
  const local = near ?? (origin === undefined ? localValue(source, name) : undefined);
  if (local !== undefined) return fromLocal(modules, { path, node: local }, { name, steps });
  if (origin === undefined) return unknown(`${name} is not declared where it can be followed`);
  const found = imported(modules, { path, specifier: origin.specifier }, { name: origin.name, steps });
  return fromExported(modules, found, { name: origin.name, steps: steps - 1 });
}

function fromExported(modules: Modules, found: Exported | Lost, { name, steps }: WantedName): NodePlace | Lost {
  if ('lost' in found) return found;
  if (!Node.isExpression(found.node)) return fromLocal(modules, found, { name: nameOf(found.node) ?? name, steps });
  const value = follow(modules, found, steps - 1);
  return isLost(value) || value.anchor !== undefined || value.path !== found.path || value.node !== unwrap(found.node)
    ? value
    : { ...value, anchor: { kind: 'variable', name: 'default' } };
}

function nameOf(declaration: Node): string | undefined {
  return Node.isVariableDeclaration(declaration) ? declaration.getName() : undefined;
}

function fromLocal(modules: Modules, { path, node: local }: NodePlace, { name, steps }: WantedName): NodePlace | Lost {
  if (Node.isBindingElement(local)) return fromBinding(modules, { path, local }, steps);
  if (Node.isParameterDeclaration(local)) {
    const given = modules.bound?.get(local);
    return given ? follow(modules, given, steps - 1) : unknown(`${name} is not declared where it can be followed`);
  }
  if (!Node.isVariableDeclaration(local)) return { path, node: local };
  const initializer = local.getInitializer();
  if (initializer === undefined) return unknown(`${name} has no initial value`);
  if (isAssigned(local)) return unknown(`${name} is given other values later`);
  const value = unwrap(initializer);
  const isElsewhere = Node.isIdentifier(value) || accessOf(value) !== undefined || frozen(value) !== undefined;
  if (isElsewhere) return follow(modules, { path, node: value }, steps - 1);
  return { path, node: value, anchor: { kind: 'variable', name } };
}

/** `const { login } = PATHS`, and the same in a parameter that is given. */
function fromBinding(
  modules: Modules,
  { path, local }: { readonly path: AppPath; readonly local: BindingElement },
  steps: number,
): NodePlace | Lost {
  const { declaration, members } = bindingOf(local);
  const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  const given = initializer === undefined ? modules.bound?.get(declaration) : { path, node: initializer };
  if (given === undefined) return unknown(`${local.getName()} is not declared where it can be followed`);
  let value: NodePlace | Lost = follow(modules, given, steps - 1);
  for (const name of members) value = isLost(value) ? value : followMember(modules, value, { name, steps: steps - 1 });
  return value;
}

/** What a value has by a name, wherever it is written: an object, an enum, a class, a namespace. */
export function followMember(modules: Modules, owner: NodePlace, { name, steps }: WantedName): NodePlace | Lost {
  const { path, node } = owner;
  if (steps <= 0) return unknown('the members lead in a circle');
  if (Node.isSourceFile(node)) {
    return fromExported(modules, exportedBy(modules, path, { name, steps }), { name, steps: steps - 1 });
  }
  const member = memberOf(node, name);
  if (Node.isVariableDeclaration(member) || Node.isBindingElement(member))
    return fromLocal(modules, { path, node: member }, { name, steps: steps - 1 });
  if (member !== undefined) return follow(modules, { path, node: member }, steps - 1);
  for (const more of moreMembersOf(node)) {
    const value = follow(modules, { path, node: more }, steps - 1);
    const found = isLost(value) ? value : followMember(modules, value, { name, steps: steps - 1 });
    if (!isLost(found)) return found;
  }
  return unknown(`${name} is not written where it can be followed`);
}

/** Whether a variable that may change does. */
function isAssigned(variable: VariableDeclaration): boolean {
  const list = variable.getParent();
  if (!Node.isVariableDeclarationList(list) || list.getDeclarationKind() === VariableDeclarationKind.Const)
    return false;
  return variable
    .getSourceFile()
    .getDescendantsOfKind(SyntaxKind.BinaryExpression)
    .some((one) => one.getOperatorToken().getText() === '=' && one.getLeft().getText() === variable.getName());
}
