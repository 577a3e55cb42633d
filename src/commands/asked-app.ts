import type { Asked } from '../inspect/app/asked.ts';
import { variableName } from '../options/catalog/catalog.ts';
import type { Source } from '../options/sources.ts';
import type { RunContext } from './run-context.ts';

/**
 * Which app is meant. The strongest source that names a project decides, for every command alike: it is needed before
 * the app, and with it the configuration, is found.
 */
export function askedApp({ host, invocation }: Omit<RunContext, 'reporter'>, answers?: Source): Asked {
  const named = [invocation.flags['project'], host.env[variableName('project')], answers?.values['project']];
  const project = named.find((value): value is string => typeof value === 'string' && value !== '');
  return { folder: invocation.cwd, cwd: host.cwd, project };
}
