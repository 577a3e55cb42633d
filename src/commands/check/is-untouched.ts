import type { OpenedSetUp } from '../../inspect/open-set-up.ts';
import { isAsLeft } from '../../state/state.ts';
import { digest } from '../../text/text.ts';
import type { AppPath } from '../../model/tree.ts';

/** Is every file as the last run left it? Needs no parser, no `node_modules` and no network. */
export function isUntouched({ tree, setup }: OpenedSetUp, toolVersion: string): boolean {
  const { state, configText, unfinished, isStateLost } = setup;
  if (!state || configText === undefined || unfinished || isStateLost) return false;
  return (
    state.toolVersion === toolVersion &&
    state.manual.length === 0 &&
    state.config === digest(configText) &&
    isSame(tree, state.made ?? {}) &&
    Object.entries(state.files).every(
      ([path, file]) => isAsLeft(tree, path, file) ?? (file.owner === 'tool' && state.declined.includes(path)),
    )
  );
}

/** What a person changed by hand, as they were asked to, is still there as long as these files are as they were. */
function isSame(tree: OpenedSetUp['tree'], made: Readonly<Record<AppPath, string>>): boolean {
  return Object.entries(made).every(([path, written]) => {
    const text = tree.read(path);
    return text !== undefined && digest(text) === written;
  });
}
