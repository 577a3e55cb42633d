import type { ArrayLiteralExpression, CallExpression, SourceFile } from 'ts-morph';
import { Node } from 'ts-morph';
import { originOf, refersTo, symbolOf } from '../../../code/imports.ts';
import { unwrap } from '../../../code/literals.ts';

export const HTTP = '@angular/common/http';
export const provideHttpClient = symbolOf('provideHttpClient', HTTP);
export const withInterceptors = symbolOf('withInterceptors', HTTP);
export const httpClientModule = symbolOf('HttpClientModule', HTTP);
export const importProvidersFrom = symbolOf('importProvidersFrom', '@angular/core');

/** What a list of providers says about HttpClient. */
interface HttpProviders {
  readonly calls: readonly CallExpression[];
  /** Elements whose content is written elsewhere: HttpClient may be provided there. */
  readonly unknown: readonly Node[];
  /** `HttpClientModule`, whose HttpClient never runs functional interceptors. */
  readonly modules: readonly Node[];
}

/** Reads a providers array, nested and spread arrays of the same file included; `clear` names provide no HttpClient. */
export function httpProvidersOf(providers: ArrayLiteralExpression, clear: readonly string[] = []): HttpProviders {
  const found = { calls: [] as CallExpression[], unknown: [] as Node[], modules: [] as Node[] };
  for (const element of elementsOf(providers)) {
    if (Node.isCallExpression(element) && refersTo(element.getExpression(), provideHttpClient))
      found.calls.push(element);
    else if (refersTo(element, httpClientModule)) found.modules.push(element);
    else if (!clear.includes(rootExpression(element).getText()) && mayProvideHttp(element)) found.unknown.push(element);
  }
  return found;
}

/** The elements of a list, those of nested and spread arrays of the same file included. */
export function elementsOf(array: ArrayLiteralExpression): Node[] {
  const visited = new Set<Node>();
  const visit = (element: Node): Node[] => {
    if (visited.has(element)) return [];
    visited.add(element);
    return contents(element)?.flatMap(visit) ?? [element];
  };
  return visit(array);
}

/** The elements a provider expression stands for, when they are written in this file. */
function contents(element: Node): Node[] | undefined {
  if (Node.isArrayLiteralExpression(element)) return element.getElements().map(unwrap);
  if (Node.isSpreadElement(element)) {
    const value = unwrap(element.getExpression());
    return contents(value);
  }
  if (Node.isConditionalExpression(element)) return [unwrap(element.getWhenTrue()), unwrap(element.getWhenFalse())];
  if (Node.isCallExpression(element) && refersTo(element.getExpression(), importProvidersFrom)) {
    return element.getArguments().map(unwrap);
  }
  if (Node.isIdentifier(element)) {
    const array = localArray(element.getSourceFile(), element.getText());
    return array?.getElements().map(unwrap);
  }
  return undefined;
}

/** The array literal a variable of this file is initialised with. */
export function localArray(source: SourceFile, name: string): ArrayLiteralExpression | undefined {
  const value = source.getVariableDeclaration(name)?.getInitializer();
  const array = value === undefined ? undefined : unwrap(value);
  return Node.isArrayLiteralExpression(array) ? array : undefined;
}

/** Whether an element can hide HttpClient, as far as this file alone tells. */
export function mayProvideHttp(element: Node): boolean {
  if (Node.isObjectLiteralExpression(element)) return false;
  if (Node.isSpreadElement(element)) return true;
  if (Node.isCallExpression(element)) return !isFromPackage(rootExpression(element));
  if (Node.isIdentifier(element)) {
    // Classes are written in PascalCase; anything else may be a list of providers.
    if (/^[A-Z][A-Za-z0-9]*[a-z]/.test(element.getText()))
      return element.getText().endsWith('Module') && !isFromPackage(element);
    return !isFromPackage(element);
  }
  return !Node.isPropertyAccessExpression(element) || !isFromPackage(rootExpression(element));
}

/** `Module` of `Module.forRoot(…)`, `provideX` of `provideX(…)`. */
export function rootExpression(node: Node): Node {
  const inner = Node.isSpreadElement(node) || Node.isCallExpression(node) || Node.isPropertyAccessExpression(node);
  return inner ? rootExpression(unwrap(node.getExpression())) : node;
}

function isFromPackage(node: Node): boolean {
  const specifier = originOf(node.getSourceFile(), node.getText())?.specifier;
  return specifier !== undefined && /^(@(angular|ionic|ngrx|ngxs|capacitor)\/|[a-z0-9])/.test(specifier);
}
