import type { OpenedSetUp } from '../../inspect/open-set-up.ts';
import { isAsLeft } from '../../state/state.ts';
import { digest } from '../../text/text.ts';

/** Is every file as the last run left it? Needs no parser, no `node_modules` and no network. */
export function isUntouched({ tree, setup }: OpenedSetUp, toolVersion: string): boolean {
  const { state, configText, unfinished, isStateLost } = setup;
  if (!state || configText === undefined || unfinished || isStateLost) return false;
  return (
    state.toolVersion === toolVersion &&
    state.manual.length === 0 &&
    state.config === digest(configText) &&
    Object.entries(state.files).every(
      ([path, file]) => isAsLeft(tree, path, file) ?? (file.owner === 'tool' && state.declined.includes(path)),
    )
  );
}
