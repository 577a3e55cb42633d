import { className } from '../../options/class-name.ts';
import type { DefaultContext, Fallback } from '../../options/option.ts';
import { angularFacts, type Wiring } from './angular-facts.ts';

/** What ours are called where nothing else is called so. */
export const usualNames = { interceptorName: 'authInterceptor', guardName: 'authGuard' } as const;

/** The interceptor's usual name, or another where the file it is provided in has one of that name. */
export function findInterceptorName(context: DefaultContext): Fallback<string> {
  return freeName(context, wiringOf(context).providers, [usualNames.interceptorName, 'identityInterceptor']);
}

/** The guard's usual name, or another where the file of the routes has one of that name. */
export function findGuardName(context: DefaultContext): Fallback<string> {
  return freeName(context, wiringOf(context).routes, [usualNames.guardName, 'identityGuard']);
}

function wiringOf({ project }: DefaultContext): Wiring {
  return angularFacts(project.framework).wiring;
}

function freeName(
  { project }: DefaultContext,
  { path }: Wiring['routes'],
  [usual, other]: [string, string],
): Fallback<string> {
  // Later the configuration says what was chosen, and the file has ours.
  const isFirstRun = project.setup.configText === undefined && project.setup.state === undefined;
  const text = isFirstRun && path !== '' ? (project.tree.read(path) ?? '') : '';
  const isTaken = [usual, className(usual)].some((name) => declares(text, name));
  return { value: isTaken ? other : usual, origin: 'detected' };
}

/** Is it imported or declared? On a first run no folder is ours. By its text: a comment costs no more than another name. */
function declares(text: string, name: string): boolean {
  const imports = [...text.matchAll(/\bimport\s+([^;'"]*?)\s*\bfrom\s*['"][^'"]+['"]/g)];
  const isImported = imports.some(([, names = '']) => new RegExp(`\\b${name}\\b(?!\\s+as\\b)`).test(names));
  return isImported || new RegExp(`\\b(?:const|let|var|function|class)\\s+${name}\\b`).test(text);
}
