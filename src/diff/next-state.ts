import type { Project } from '../model/project.ts';
import type { Rendered } from '../model/rendered.ts';
import type { FileState, State } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';
import { setupPaths } from '../state/setup-paths.ts';
import { generatedFiles } from '../state/state.ts';
import { digest } from '../text/text.ts';
import type { Verdict } from './verdict.ts';

/** What a run leaves behind for the next one. */
export function nextState(project: Project, rendered: Rendered, verdicts: readonly Verdict[]): State {
  const files: Record<AppPath, FileState> = {};
  for (const { path, state } of verdicts) if (state) files[path] = state;
  const declined = verdicts.filter(({ isDeclined }) => isDeclined).map(({ path }) => path);
  return {
    schemaVersion: 1,
    toolVersion: project.toolVersion,
    config: digest(configAfter(project, verdicts)),
    ...configBefore(project),
    files,
    declined: [...declinedBefore(project, new Set(verdicts.map(({ path }) => path))), ...declined],
    manual: [...rendered.manual, ...rendered.followUps].map(({ id }) => id),
    ...(Object.keys(rendered.made).length === 0 ? {} : { made: rendered.made }),
  };
}

function configAfter({ home, tree }: Project, verdicts: readonly Verdict[]): string {
  const { config } = setupPaths(home);
  const change = verdicts.find(({ path }) => path === config)?.change;
  const after = change && 'after' in change ? change.after : undefined;
  return typeof after === 'string' ? after : (tree.read(config) ?? '');
}

/** Where a state was, the configuration is what it left. */
function configBefore({ setup }: Project): Pick<State, 'configBefore'> {
  const { state, isStateLost, configText } = setup;
  const before = state || isStateLost ? state?.configBefore : configText;
  return before === undefined ? {} : { configBefore: before };
}

/** One that is not wanted at the moment stays declined: switching an option off and on again is no wish to have it. */
function declinedBefore({ setup, tree }: Project, wanted: ReadonlySet<AppPath>): AppPath[] {
  const deleted = generatedFiles(setup.state).filter((path) => tree.read(path) === undefined);
  const all = new Set([...(setup.state?.declined ?? []), ...deleted]);
  return [...all].filter((path) => !wanted.has(path));
}
