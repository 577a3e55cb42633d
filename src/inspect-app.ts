import type { Host } from './host.ts';
import { inspect } from './inspect/inspect.ts';
import type { Opened } from './inspect/open.ts';
import { findPluginSource } from './inspect/plugin-source.ts';
import type { Project } from './types.ts';

/** The app, read by this version of the tool. */
export function inspectApp({ pluginFolder, version }: Host, opened: Opened): Promise<Project> {
  return inspect(opened, { pluginSource: findPluginSource(pluginFolder, version), toolVersion: version });
}
