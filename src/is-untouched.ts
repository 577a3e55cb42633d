import type { OpenedSetUp } from './inspect/open-set-up.ts';
import { digest, digestBytes } from './text.ts';
import type { AppPath, FileState, State } from './types.ts';

/** Is every file as the last run left it? Needs no parser, no `node_modules` and no network. */
export function isUntouched({ tree, setup }: OpenedSetUp, toolVersion: string): boolean {
  const { state, configText, unfinished, isStateLost } = setup;
  if (!state || configText === undefined || unfinished || isStateLost) return false;
  return (
    state.toolVersion === toolVersion &&
    state.manual.length === 0 &&
    state.config === digest(configText) &&
    Object.entries(state.files).every(([path, file]) => isAsLeft(path, file, { tree, state }))
  );
}

function isAsLeft(
  path: AppPath,
  file: FileState,
  { tree, state }: { tree: OpenedSetUp['tree']; state: State },
): boolean {
  if (file.owner === 'archive') {
    const bytes = tree.readBytes(path);
    return bytes !== undefined && digestBytes(bytes) === file.written;
  }
  const text = tree.read(path);
  if (text === undefined) return file.owner === 'tool' && state.declined.includes(path);
  return digest(text) === file.written;
}
