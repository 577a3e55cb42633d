import type { Host } from '../model/host.ts';
import { inspect } from '../inspect/inspect.ts';
import type { Opened } from '../inspect/open.ts';
import { findPluginSource } from '../inspect/facts/plugin-source.ts';
import type { Project } from '../model/project.ts';

/** The app, read by this version of the tool. */
export function inspectApp({ pluginFolder, version }: Host, opened: Opened): Promise<Project> {
  return inspect(opened, { pluginSource: findPluginSource(pluginFolder, version), toolVersion: version });
}
