import { Node } from 'ts-morph';
import type { AppPath } from '../../../../model/tree.ts';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { stringValue, unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { bindingOf, declarationAround } from '../../../../code/scope.ts';
import { returnsOf } from '../../../../code/returns.ts';

/** What `import('./file')` leads to: an export of that file, or `*`, all of it. The file isn't opened. */
export interface LoadedExport {
  readonly path: AppPath;
  readonly exported: string;
}

type Loaded = LoadedExport | NodePlace | undefined;

/** What the function of `loadChildren` or `loadComponent` gives: `() => import('./file').then((m) => m.routes)`. */
export function loadedBy(modules: Modules, place: NodePlace): Loaded {
  const target = follow(modules, place);
  if (isLost(target)) return undefined;
  const [returned, second] = returnsOf(target.node);
  if (returned === undefined || second !== undefined) return undefined;
  const loaded = resultOf(modules, { path: target.path, node: returned });
  return loaded !== undefined && isExport(loaded) && loaded.exported === '*'
    ? { path: loaded.path, exported: 'default' }
    : loaded;
}

export function isExport(loaded: LoadedExport | NodePlace): loaded is LoadedExport {
  return 'exported' in loaded;
}

function resultOf(modules: Modules, { path, node: written }: NodePlace): Loaded {
  const node = unwrap(written);
  if (Node.isAwaitExpression(node)) return resultOf(modules, { path, node: node.getExpression() });
  if (Node.isCallExpression(node)) return ofCall(modules, { path, node });
  if (Node.isIdentifier(node)) return ofName(modules, { path, node });
  const access = accessOf(node);
  const owner = access && resultOf(modules, { path, node: access.owner });
  if (access !== undefined && owner !== undefined && isExport(owner)) return memberOf(owner, access.name);
  return followed(modules, { path, node });
}

function ofCall(modules: Modules, { path, node }: NodePlace): Loaded {
  if (!Node.isCallExpression(node)) return undefined;
  const callee = node.getExpression();
  if (Node.isImportExpression(callee)) {
    const specifier = stringValue(node.getArguments()[0]);
    const file = specifier === undefined ? undefined : modules.resolve(path, specifier);
    return file === undefined ? undefined : { path: file, exported: '*' };
  }
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const base = { path, node: callee.getExpression() };
  if (callee.getName() === 'catch') return resultOf(modules, base);
  const [argument] = node.getArguments();
  if (callee.getName() !== 'then' || argument === undefined) return undefined;
  const then = follow(modules, { path, node: argument });
  const returned = isLost(then) ? undefined : returnsOf(then.node)[0];
  if (isLost(then) || returned === undefined || !Node.isParametered(then.node)) return undefined;
  const [parameter] = then.node.getParameters();
  const bound = new Map(modules.bound);
  if (parameter !== undefined) bound.set(parameter, base);
  return resultOf({ ...modules, bound }, { path: then.path, node: returned });
}

/** A name of the file that is loaded: a parameter of `then()`, or a variable that waits for it. */
function ofName(modules: Modules, { path, node }: NodePlace): Loaded {
  const local = declarationAround(node, node.getText());
  const binding = Node.isBindingElement(local) ? bindingOf(local) : undefined;
  const declaration = binding?.declaration ?? local;
  const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  const value =
    initializer === undefined ? declaration && modules.bound?.get(declaration) : { path, node: initializer };
  const owner = value && resultOf(modules, value);
  if (owner === undefined || !isExport(owner)) return followed(modules, { path, node });
  return (binding?.members ?? []).reduce<Loaded>(
    (one, name) => (one !== undefined && isExport(one) ? memberOf(one, name) : undefined),
    owner,
  );
}

function memberOf(owner: LoadedExport, name: string): LoadedExport | undefined {
  return owner.exported === '*' ? { path: owner.path, exported: name } : undefined;
}

function followed(modules: Modules, place: NodePlace): Loaded {
  const target = follow(modules, place);
  return isLost(target) ? undefined : target;
}
