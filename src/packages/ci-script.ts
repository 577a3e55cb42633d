import { parse } from 'jsonc-parser';
import { unsplice } from '../text/unsplice.ts';
import type { JsonEdit } from '../model/edit.ts';
import { objectAt } from '../text/json.ts';
import type { Options } from '../options/options.ts';
import { typedFor } from './package-manager-commands.ts';
import { canonical } from '../text/text.ts';
import type { Change } from '../model/change.ts';
import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

const path = 'package.json';

/** What the script is called; the apps of a workspace may share a package.json and need one each. */
export function ciScriptName({ home, framework }: Pick<Project, 'home' | 'framework'>): string {
  return home === '' ? 'identity-vault:check' : `identity-vault:check:${framework.project}`;
}

/** The script as an edit. One that is there already is kept: what runs in CI is for the app's owners to say. */
export function ciScriptEdits(project: Project, options: Options): JsonEdit[] {
  if (!options.ciScript) return [];
  const key = ['scripts', ciScriptName(project)];
  return [{ kind: 'json', id: 'ci-script', path, key, value: wantedScript(project, options), keep: true }];
}

/** What a person has to know of a script that this run leaves as it is. */
export function ciScriptNotes(project: Project, options: Options): Note[] {
  const before = project.tree.read(path);
  if (before === undefined) return [];
  const name = ciScriptName(project);
  const { text: without, lost } = withoutOurs(project, before);
  const own = scriptIn(without, name);
  if (options.ciScript) {
    const wanted = wantedScript(project, options);
    if (own === undefined || own === wanted || isOfSameVersion(own, wanted)) return [];
    const text = `package.json has a script "${name}" of its own, which stays as it is. This tool would have written: ${wanted}`;
    return [{ code: 'ci-script-kept', text }];
  }
  const wasOurs = lost.some(({ insert }) => insert.includes(JSON.stringify(name)));
  if (own === undefined || !wasOurs) return [];
  return [{ code: 'ci-script-kept', text: `You changed the script "${name}" of package.json, so it stays there.` }];
}

/** Where the script is in a package.json that was changed since; nothing where somebody made it theirs. */
export function ciScriptKeys(project: Project, text: string): string[][] {
  const name = ciScriptName(project);
  const isOurs = /^create-identity-vault@\S+ check( -C .*)?$/;
  return isOurs.test(commandOf(scriptIn(text, name) ?? '') ?? '') ? [['scripts', name]] : [];
}

/** What `remove` says of a script that has nothing to check any more, and is not ours to take out. */
export function ciScriptLeft(project: Project, changes: readonly Change[]): Note[] {
  const change = changes.find((one) => one.path === path);
  const after = change?.kind === 'update' && typeof change.after === 'string' ? change.after : project.tree.read(path);
  const name = ciScriptName(project);
  if (!scriptIn(after ?? '{}', name)?.includes('create-identity-vault')) return [];
  return [
    { code: 'ci-script-kept', text: `The script "${name}" of package.json is yours and stays. It would fail now.` },
  ];
}

/** Ours, whichever package manager runs it: a lock file that came later is no reason to write it anew. */
function wantedScript(project: Project, options: Options): string {
  const present = scriptIn(project.tree.read(path) ?? '{}', ciScriptName(project));
  const wanted = `${runner(project, options)} ${command(project)}`;
  return present !== undefined && isOfSameVersion(present, wanted) ? present : wanted;
}

/** Each with its own way of running what is not installed: it follows the registry the app is set up for. */
function runner({ packageManager }: Project, options: Options): string {
  const isYarnWithout =
    options.packageManager === 'yarn' && (packageManager.name !== 'yarn' || packageManager.isClassic);
  return typedFor[isYarnWithout ? 'npm' : options.packageManager].once;
}

/** Pinned, so that the version that wrote the code is the one that checks it. */
function command({ toolVersion, home }: Project): string {
  const where = home === '' ? '' : ` -C ${quoteForScript(home)}`;
  return `create-identity-vault@${toolVersion} check${where}`;
}

/** For POSIX shells and the one of Windows; plain words stay plain. */
function quoteForScript(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `"${value.replaceAll(/["$\\`]/g, '\\$&')}"`;
}

function isOfSameVersion(present: string, wanted: string): boolean {
  return commandOf(present) !== undefined && commandOf(present) === commandOf(wanted);
}

/** What one of the package managers is asked to run. */
function commandOf(script: string): string | undefined {
  const runners = Object.values(typedFor).map(({ once }) => `${once} `);
  const used = runners.find((start) => script.startsWith(start));
  return used === undefined ? undefined : script.slice(used.length);
}

function withoutOurs({ setup }: Project, text: string): ReturnType<typeof unsplice> {
  const state = setup.state?.files[path];
  return unsplice(canonical(text), state?.owner === 'app' ? state.splices : []);
}

/** A script that is no string is no less in the way. */
function scriptIn(text: string, name: string): string | undefined {
  const value = objectAt(parse(canonical(text)) as unknown, 'scripts')[name];
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
