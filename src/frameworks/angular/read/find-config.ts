import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeAnchor } from '../../../model/edit.ts';
import { isManualReason, type AnchoredFile, type ManualReason } from '../../../model/facts.ts';
import type { NodePlace } from '../../../code/follow.ts';
import { follow, isLost, whyLost } from '../../../code/follow.ts';
import { refersTo, symbolOf } from '../../../code/imports.ts';
import { propertyExpression, unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import type { Bootstrap } from './find-bootstrap.ts';
import { reasonAt } from './find-bootstrap.ts';
import type { Provider } from './provider-list.ts';
import { providersIn } from './provider-list.ts';
import { decoratedBy, isNgModule } from './ng-module.ts';

const mergeApplicationConfig = symbolOf('mergeApplicationConfig', '@angular/core', '@angular/platform-browser');

/** One object the app starts with: a configuration, or the metadata of the root NgModule. */
export interface Config extends AnchoredFile {
  /** Absent where none is passed yet. */
  readonly object?: ObjectLiteralExpression;
  /** The root NgModule's class. */
  readonly module?: Node;
}

/** The configuration objects of `bootstrapApplication(App, …)`, those of mergeApplicationConfig() in order; or the root NgModule. */
export function findConfigs(modules: Modules, { path, call, kind }: Bootstrap): Config[] | ManualReason {
  if (kind === 'ngmodule') return rootModule(modules, { path, call });
  const callee = call.getExpression().getText();
  const anchor: CodeAnchor = { kind: 'call', callee, argument: 1 };
  const argument = call.getArguments()[1];
  return argument === undefined ? [{ path, anchor }] : configsOf(modules, { path, node: argument, anchor });
}

function rootModule(modules: Modules, { path, call }: Omit<Bootstrap, 'kind'>): Config[] | ManualReason {
  const [argument = call] = call.getArguments();
  const target = follow(modules, { path, node: argument });
  if (isLost(target)) {
    return reasonAt(path, argument, `The root NgModule can't be followed: ${whyLost(target, 'it comes')}.`);
  }
  const { node } = target;
  const metadata = isNgModule(node) ? decoratedBy(modules, target.path, node) : undefined;
  if (metadata?.anchor !== undefined && Node.isObjectLiteralExpression(metadata.node)) {
    return [{ path: metadata.path, anchor: metadata.anchor, object: metadata.node, module: node }];
  }
  return reasonAt(target.path, node, 'This is not a class with @NgModule({…}), so its providers are not known.');
}

function configsOf(modules: Modules, place: NodePlace): Config[] | ManualReason {
  const target = follow(modules, place);
  if (isLost(target)) {
    const why = whyLost(target, 'it comes');
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
    return parts.find((part) => isManualReason(part)) ?? parts.flatMap((part) => (isManualReason(part) ? [] : part));
  }
  return reasonAt(
    path,
    node,
    'The application configuration is not an object literal, so its providers are not known.',
  );
}

/** Every provider of a configuration; what stands behind a spread or a computed list is `unknown`. */
export function providersOf(modules: Modules, config: Config): Provider[] {
  const { object, module, ...owner } = config;
  if (module !== undefined) return providersIn(modules, { path: config.path, node: module }, owner);
  if (object === undefined) return [];
  const spreads = object.getProperties().filter((property) => Node.isSpreadAssignment(property));
  const unknown = spreads.map((node) => ({ path: config.path, node, kind: 'unknown' as const, owner }));
  const node = propertyExpression(object, 'providers');
  if (node === undefined) return unknown;
  return [...unknown, ...providersIn(modules, { path: config.path, node }, owner)];
}

/** Where one list of a configuration is written; without an `array` where it isn't written yet, or can't be followed. */
export interface ListPlace extends AnchoredFile {
  readonly array?: ArrayLiteralExpression;
}

export function listOf(modules: Modules, { path, anchor, object }: Config, key: string): ListPlace {
  const node = object === undefined ? undefined : propertyExpression(object, key);
  if (node === undefined) return { path, anchor };
  const target = follow(modules, { path, node });
  if (isLost(target) || !Node.isArrayLiteralExpression(target.node)) return { path, anchor };
  const { path: file, anchor: own } = target;
  return own === undefined ? { path, anchor, array: target.node } : { path: file, anchor: own, array: target.node };
}
