import { Node, SyntaxKind } from 'ts-morph';
import type { StoredKey } from '../../../../model/facts.ts';
import { wholeText } from '../../../../code/constant-text.ts';
import type { NodePlace } from '../../../../code/follow.ts';
import { originOf } from '../../../../code/imports.ts';
import { propertyExpression, unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';

const calls = {
  read: { webStorage: 'getItem', preferences: 'get' },
  removed: { webStorage: 'removeItem', preferences: 'remove' },
} as const;

/** The key of what an expression reads from a store that outlives the app, or removes there. */
export function storedKey(modules: Modules, place: NodePlace, use: keyof typeof calls = 'read'): StoredKey | undefined {
  const { path, node } = place;
  if (Node.isCallExpression(node)) return keyOfCall(modules, { path, node }, use);
  if (use === 'removed') return undefined;
  if (Node.isBinaryExpression(node) && node.getOperatorToken().getKind() === SyntaxKind.InKeyword)
    return keyIn(modules, webStorage(unwrap(node.getRight())), { path, node: node.getLeft() });
  return keyOfMember(modules, place);
}

/** `localStorage.getItem('token')`, `Preferences.get({ key: 'token' })`. */
function keyOfCall(modules: Modules, { path, node }: NodePlace, use: keyof typeof calls): StoredKey | undefined {
  if (!Node.isCallExpression(node)) return undefined;
  const access = accessOf(node.getExpression());
  const [first] = node.getArguments();
  if (access === undefined || first === undefined) return undefined;
  if (access.name === calls[use].webStorage) return keyIn(modules, webStorage(access.owner), { path, node: first });
  const isPreferences = access.name === calls[use].preferences && isOfPreferences(access.owner);
  const key = isPreferences && Node.isObjectLiteralExpression(first) ? propertyExpression(first, 'key') : undefined;
  return key && keyIn(modules, 'Preferences', { path, node: key });
}

/** `localStorage['token']`, `localStorage.token`. */
function keyOfMember(modules: Modules, { path, node }: NodePlace): StoredKey | undefined {
  if (Node.isElementAccessExpression(node)) {
    const key = node.getArgumentExpression();
    return key && keyIn(modules, webStorage(unwrap(node.getExpression())), { path, node: key });
  }
  if (!Node.isPropertyAccessExpression(node) || ownMembers.has(node.getName())) return undefined;
  const store = webStorage(unwrap(node.getExpression()));
  return store && { store, key: node.getName() };
}

const ownMembers = new Set(['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length']);

function keyIn(modules: Modules, store: StoredKey['store'] | undefined, place: NodePlace): StoredKey | undefined {
  const key = store && wholeText(modules, place);
  return store && key !== undefined ? { store, key } : undefined;
}

function webStorage(owner: Node): 'localStorage' | 'sessionStorage' | undefined {
  const name = /^(?:(?:window|globalThis|self)\.)?(localStorage|sessionStorage)$/.exec(owner.getText())?.[1];
  return name as 'localStorage' | 'sessionStorage' | undefined;
}

function isOfPreferences(owner: Node): boolean {
  const origin = originOf(owner.getSourceFile(), owner.getText());
  return origin?.specifier === '@capacitor/preferences' && origin.name === 'Preferences';
}
