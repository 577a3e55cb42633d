import { CliError } from '../model/errors.ts';
import { digest, digestBytes } from '../text/text.ts';
import type { Setup } from '../model/project.ts';
import type { FileState, State } from '../model/state.ts';
import { isForeign, isInside, stateFile } from './setup-paths.ts';
import type { AppPath, Tree } from '../model/tree.ts';

/** The files that are ours alone, as the state has them. */
export function generatedFiles(state: State | undefined): AppPath[] {
  return Object.entries(state?.files ?? {}).flatMap(([path, { owner }]) => (owner === 'tool' ? [path] : []));
}

/** Is a file as the last run left it? `undefined` where it is gone. */
export function isAsLeft(tree: Pick<Tree, 'read' | 'readBytes'>, path: AppPath, file: FileState): boolean | undefined {
  if (file.owner === 'archive') {
    const bytes = tree.readBytes(path);
    return bytes && digestBytes(bytes) === file.written;
  }
  const text = tree.read(path);
  return text === undefined ? undefined : digest(text) === file.written;
}

/** Changed by hand and never applied, a configuration is the only copy of what somebody wanted. */
export function isConfigEdited({ configText, state }: Pick<Setup, 'configText' | 'state'>): boolean {
  return configText !== undefined && state !== undefined && digest(configText) !== state.config;
}

/** Sorted, no dates, no absolute paths: the same set-up gives the same bytes on every machine. */
export function printState(state: State): string {
  const sorted: State = {
    schemaVersion: state.schemaVersion,
    toolVersion: state.toolVersion,
    config: state.config,
    ...(state.configBefore === undefined ? {} : { configBefore: state.configBefore }),
    files: sortedRecord(state.files),
    declined: [...state.declined].sort(),
    manual: [...state.manual].sort(),
    ...(state.made === undefined ? {} : { made: sortedRecord(state.made) }),
  };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

function sortedRecord<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The committed state. It is input like any other: paths that leave the app are refused here.
 * @throws CliError `UNREADABLE` when it is not what {@link printState} writes (a merge conflict, a newer schema).
 */
export function parseState(text: string, path: AppPath = stateFile): State {
  const unreadable = (why: string, cause?: unknown) => unusableState(path, why, cause);
  const value = parseJson(text, unreadable);
  if (!isState(value)) throw unreadable('it is not a state this version can read');
  const paths = [...Object.keys(value.files), ...value.declined, ...Object.keys(value.made ?? {})];
  const outside = paths.find((path) => !isInside(path) || isForeign(path));
  if (outside !== undefined) throw unreadable(`it names a path that is none of the app’s: ${JSON.stringify(outside)}`);
  return value;
}

/**
 * The state as far as it can be known: of one with merge conflicts, one of its sides.
 * @throws CliError as {@link parseState}, where there is no configuration to rebuild it from
 */
export function readState(
  text: string,
  path: AppPath,
  hasConfig: boolean,
): { readonly state?: State; readonly isStateLost?: true } {
  if (!hasConfig || isJson(text)) return { state: parseState(text, path) };
  const side = sidesOf(text).find(isJson);
  return side === undefined ? { isStateLost: true } : { state: parseState(side, path), isStateLost: true };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What git leaves of a text that two branches changed, as either branch had it. */
function sidesOf(text: string): string[] {
  const conflict = /^<{7} .*\n([^]*?)(?:^\|{7} .*\n[^]*?)?^={7}\r?\n([^]*?)^>{7} .*\n?/gm;
  return ['$1', '$2'].map((side) => text.replaceAll(conflict, side));
}

function parseJson(text: string, unreadable: (why: string, cause: unknown) => CliError): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw unreadable('it is not valid JSON', cause);
  }
}

function isState(value: unknown): value is State {
  if (!isRecord(value) || value['schemaVersion'] !== 1) return false;
  const { toolVersion, config, configBefore, files, declined, manual, made = {} } = value;
  return (
    typeof toolVersion === 'string' &&
    typeof config === 'string' &&
    ['undefined', 'string'].includes(typeof configBefore) &&
    isRecord(files) &&
    Object.values(files).every(isFileState) &&
    isStrings(declined) &&
    isStrings(manual) &&
    isRecord(made) &&
    isStrings(Object.values(made))
  );
}

function isFileState(value: unknown): value is FileState {
  if (!isRecord(value) || typeof value['written'] !== 'string') return false;
  if (value['owner'] === 'tool') return typeof value['canonical'] === 'string';
  if (value['owner'] === 'app') return typeof value['edits'] === 'string' && isSplices(value['splices']);
  return value['owner'] === 'archive';
}

function isSplices(value: unknown): boolean {
  return Array.isArray(value) && value.every((splice) => isRecord(splice) && isSplice(splice));
}

function isSplice({ at, insert, remove }: Record<string, unknown>): boolean {
  return Number.isSafeInteger(at) && typeof insert === 'string' && typeof remove === 'string';
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unusableState(path: AppPath, why: string, cause?: unknown): CliError {
  return new CliError('UNREADABLE', `${path} can't be used: ${why}.`, {
    where: { path },
    hint: `Restore it from version control (git checkout -- ${path.replace(/\/[^/]+$/, '')}), then run the command again.`,
    cause,
  });
}
