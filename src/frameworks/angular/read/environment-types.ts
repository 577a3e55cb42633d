import type { TypeNode } from 'ts-morph';
import { Node } from 'ts-morph';
import { declaredType, type DeclaredType } from '../../../code/declared-type.ts';
import type { Modules } from '../../../code/modules.ts';
import { parseLoosely } from '../../../code/source-file.ts';
import { isOnlyRead, nameOf, typeUses } from '../../../code/type-uses.ts';
import { membersIn, type MembersNode } from '../../../code/type-members.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { canonical } from '../../../text/text.ts';
import { sourcesBelow } from './sources-below.ts';

import type { EnvironmentType } from '../angular-facts.ts';
import { environmentLiteral, typesOf } from './environment-literal.ts';

interface Reader {
  readonly modules: Modules;
  /** Of the environments. */
  readonly paths: readonly AppPath[];
  readonly sourceRoot: AppPath;
}

/** What the types of the environments need, for an environment to have one more member. */
export function environmentTypes(tree: Tree, reader: Reader): (path: AppPath) => EnvironmentType | undefined {
  const { modules, paths } = reader;
  const types = new Map(paths.map((path) => [path, typeNodesIn(modules, path)]));
  const ours = new Set([...types.values()].flat());
  // By what it is and where: the environments share their type, and the whole app is searched for one.
  const searched = new Map<string, boolean>();
  const isOurs = (type: DeclaredType): boolean => {
    const key = `${type.path} ${type.declaration.getName()}`;
    const known = searched.get(key) ?? isOnlyOurs(tree, { ...reader, ours }, type);
    searched.set(key, known);
    return known;
  };
  return (path) => {
    const nodes = types.get(path) ?? [];
    const declared = nodes.map((node) => ({ node, type: declaredBy(modules, path, node) }));
    if (declared.some(({ node, type }) => isClosed(type?.declaration ?? node))) return { kind: 'closed' };
    const [first, ...others] = declared.map(({ type }) => type);
    const isOne = others.every((one) => one !== undefined && isSame(one, first));
    if (first === undefined || !isOne || !isExtensible(first, reader)) return undefined;
    return isOurs(first) ? { kind: 'own', ...named(first) } : undefined;
  };
}

function typeNodesIn(modules: Modules, path: AppPath): TypeNode[] {
  const source = modules.open(path);
  const object = source === undefined ? undefined : environmentLiteral(source);
  return object === undefined ? [] : typesOf(object);
}

function declaredBy(modules: Modules, path: AppPath, node: TypeNode): DeclaredType | undefined {
  if (!Node.isTypeReference(node) || node.getTypeArguments().length > 0) return undefined;
  return declaredType(modules, { path, source: node.getSourceFile() }, node.getTypeName().getText());
}

/** What other apps may use, too, is not changed for one of them. */
function isExtensible({ path, declaration }: DeclaredType, { sourceRoot }: Reader): boolean {
  return path.startsWith(`${sourceRoot}/`) && membersIn(declaration) !== undefined;
}

function isClosed(type: Node): boolean {
  if (Node.isTypeReference(type) && type.getTypeName().getText() === 'Record')
    return !admits(type.getTypeArguments()[1]);
  const members = membersIn(type);
  return members !== undefined && signaturesOf(members).some((value) => !admits(value));
}

function signaturesOf(members: MembersNode): (TypeNode | undefined)[] {
  return members
    .getMembers()
    .filter((one) => Node.isIndexSignatureDeclaration(one))
    .map((one) => one.getReturnTypeNode());
}

function admits(value: TypeNode | undefined): boolean {
  return value === undefined || ['any', 'unknown', 'object', '{}'].includes(value.getText());
}

function named({ path, declaration }: DeclaredType): { readonly path: AppPath; readonly name: string } {
  return { path, name: declaration.getName() };
}

function isSame(one: DeclaredType, other: DeclaredType | undefined): boolean {
  return one.path === other?.path && one.declaration.getName() === other.declaration.getName();
}

interface Search extends Reader {
  /** Where the environments say what they are. */
  readonly ours: ReadonlySet<Node>;
}

/** Has nothing else in the app to be of the type? A member that it must have would break that. */
function isOnlyOurs(tree: Tree, { modules, paths, sourceRoot, ours }: Search, type: DeclaredType): boolean {
  const isNamed = new RegExp(`(?<![\\w$])${type.declaration.getName().replaceAll('$', '\\$')}(?![\\w$])`);
  return sourcesBelow(tree, sourceRoot).every((path) => {
    const text = tree.read(path) ?? '';
    if (!isNamed.test(text)) return true;
    // What the app's code imports may be broken somewhere else: that is not this run's business.
    const source = (paths.includes(path) ? modules.open(path) : undefined) ?? parseLoosely(path, canonical(text));
    const isType = (name: string): boolean => isSame(type, declaredType(modules, { path, source }, name));
    return typeUses(source).every((use) => ours.has(use) || isOnlyRead(use) || !isType(nameOf(use)));
  });
}
