import { inspect } from './inspect/inspect.ts';
import { open, type Opened } from './inspect/open.ts';
import { findPluginSource } from './inspect/plugin-source.ts';
import { openRecovered } from './open-recovered.ts';
import type { RunContext } from './run-context.ts';
import type { Project } from './types.ts';

/** An app whose set-up is to be taken back, or out. */
export interface OpenForChange {
  readonly opened: Opened;
  /** An interrupted run was taken back. */
  readonly recovered: boolean;
  readonly inspectApp: () => Promise<Project>;
}

export async function openForChange(context: RunContext): Promise<OpenForChange> {
  const { host, invocation } = context;
  const { project } = invocation.flags;
  const asked = {
    folder: invocation.cwd,
    cwd: host.cwd,
    project: typeof project === 'string' ? project : undefined,
  };
  const before = await open(asked);
  const opened = before.setup.unfinished ? await openRecovered(context, asked) : before;
  return {
    opened,
    recovered: opened !== before,
    inspectApp: () =>
      inspect(opened, {
        pluginSource: findPluginSource(host.pluginFolder, host.version),
        toolVersion: host.version,
      }),
  };
}
