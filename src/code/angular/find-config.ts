import type { ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { AnchoredFile, CodeAnchor, ManualReason } from '../../types.ts';
import type { Place } from '../follow.ts';
import { follow, isLost } from '../follow.ts';
import { refersTo, symbolOf } from '../imports.ts';
import { propertyValue, unwrap } from '../literals.ts';
import type { Modules } from '../modules.ts';
import type { Bootstrap } from './find-bootstrap.ts';
import { reasonAt } from './find-bootstrap.ts';
import type { Provider } from './provider-list.ts';
import { providersIn } from './provider-list.ts';

const mergeApplicationConfig = symbolOf('mergeApplicationConfig', '@angular/core', '@angular/platform-browser');

/** One configuration object the app starts with; `object` is absent where none is passed yet. */
export interface Config extends AnchoredFile {
  readonly object?: ObjectLiteralExpression;
}

/** The configuration objects of `bootstrapApplication(App, …)`, those of mergeApplicationConfig() in order. */
export function findConfigs(modules: Modules, { path, call }: Bootstrap): Config[] | ManualReason {
  const callee = call.getExpression().getText();
  const anchor: CodeAnchor = { kind: 'call', callee, argument: 1 };
  const argument = call.getArguments()[1];
  return argument === undefined ? [{ path, anchor }] : configsOf(modules, { path, node: argument, anchor });
}

function configsOf(modules: Modules, place: Place): Config[] | ManualReason {
  const target = follow(modules, place);
  if (isLost(target)) {
    const why = target.lost === 'package' ? `it comes from ${target.specifier}` : target.reason;
    return reasonAt(place.path, place.node, `The application configuration can't be followed: ${why}.`);
  }
  const { path, node, anchor = place.anchor } = target;
  if (Node.isObjectLiteralExpression(node) && anchor !== undefined) return [{ path, anchor, object: node }];
  if (Node.isCallExpression(node) && refersTo(node.getExpression(), mergeApplicationConfig)) {
    const callee = node.getExpression().getText();
    const parts = node
      .getArguments()
      .map((argument, index) =>
        configsOf(modules, { path, node: unwrap(argument), anchor: { kind: 'call', callee, argument: index } }),
      );
    return parts.find((part) => isReason(part)) ?? parts.flatMap((part) => (isReason(part) ? [] : part));
  }
  return reasonAt(
    path,
    node,
    'The application configuration is not an object literal, so its providers are not known.',
  );
}

/** Every provider of a configuration; what stands behind a spread or a computed list is `unknown`. */
export function providersOf(modules: Modules, config: Config): Provider[] {
  const { object, ...owner } = config;
  if (object === undefined) return [];
  const spreads = object.getProperties().filter((property) => Node.isSpreadAssignment(property));
  const unknown = spreads.map((node) => ({ path: config.path, node, kind: 'unknown' as const, owner }));
  const value = propertyValue(object, 'providers');
  if (value === undefined) return unknown;
  const node = Node.isShorthandPropertyAssignment(value) ? value.getNameNode() : value;
  return [...unknown, ...providersIn(modules, { path: config.path, node }, owner)];
}

export function isReason(value: object): value is ManualReason {
  return 'reason' in value;
}
