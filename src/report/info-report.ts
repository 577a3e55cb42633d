import { frameworkWith } from '../frameworks/find-framework.ts';
import { optionsFor, type CatalogOption } from '../options/catalog/catalog.ts';
import type { Resolved } from '../resolve/resolved.ts';
import { setupPaths } from '../state/setup-paths.ts';
import type { BuildAddresses } from '../model/build-addresses.ts';
import type { FactsBase } from '../model/facts.ts';
import type { ManualStep } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import type { AppFacts, FrameworkReport, InfoDocument } from './documents.ts';
import { describeStep, print } from './json-report.ts';
import { redact } from './redact.ts';
import { registrationLines, registrationsOf } from './registration.ts';
import { schemaVersion } from './schema-version.ts';
import { usualWidth } from '../text/wrap.ts';
import { stepsLeft } from './summary.ts';

/** What `info` tells. */
export interface Info extends Pick<Resolved, 'options' | 'provenance' | 'notes'> {
  readonly project: Project;
  /** What each build talks to. */
  readonly addresses: readonly BuildAddresses[];
  /** What is left for a person; absent where that can't be told. */
  readonly steps?: readonly ManualStep[];
}

/** The one document of `info --json`, without a secret in it. */
export function infoToJson({ project, options, provenance, addresses, notes, steps }: Info): string {
  const values = optionsFor(project).map((option) => [
    option.key,
    { value: printed(option, options), origin: provenance[option.key] },
  ]);
  const document: InfoDocument = {
    schemaVersion,
    ok: true,
    command: 'info',
    app: facts(project),
    options: Object.fromEntries(values) as InfoDocument['options'],
    addresses,
    registrations: registrationsOf(project, options),
    notes,
    steps: steps?.map(describeStep),
    exitCode: 0,
  };
  return redact(print(document));
}

/** The same for people. */
export function describeInfo({ project, options, provenance, addresses, notes, steps = [] }: Info): string {
  const found = Object.entries(factsInWords(project)).map(([name, value]) => [name, words(value)]);
  const chosen = optionsFor(project).map((option) => [
    option.key,
    provenance[option.key],
    words(printed(option, options)),
  ]);
  const lines = [
    'App',
    ...inColumns(found),
    '',
    'Options',
    ...inColumns(chosen),
    ...addressLines(addresses),
    ...registered(project, options),
    ...notes.map(({ text }) => `\n! ${text}`),
  ];
  const left = stepsLeft({ manual: steps }, { paint: (_, text) => text, width: usualWidth });
  return redact(`${lines.join('\n')}\n${left === '' ? '' : `\n${left}`}`);
}

function addressLines(addresses: readonly BuildAddresses[]): string[] {
  if (addresses.length === 0) return [];
  const rows = addresses.map(({ builds, path, loginUrl, issuer = loginUrl, refreshUrl, apiOrigins }) => [
    builds,
    apiOrigins.length === 0 ? 'no server' : `token to ${apiOrigins.join(', ')}`,
    issuer === undefined || issuer === '' ? 'nowhere to sign in' : `sign in at ${issuer}`,
    ...(refreshUrl === undefined ? [] : [refreshUrl === '' ? 'nothing renewed' : `renew at ${refreshUrl}`]),
    path,
  ]);
  return ['', 'Addresses of each build', ...inColumns(rows)];
}

/** What the provider has to know of the app. */
function registered(project: Project, options: Info['options']): string[] {
  const lines = registrationLines(project, options);
  return lines.length === 0 ? [] : ['', 'Register at the provider', ...lines.map((line) => `  ${line}`)];
}

/** Each column as wide as its longest cell and a gap: nothing runs into its neighbour. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 2);
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('')}`.trimEnd());
}

function facts(project: Project): AppFacts {
  const { framework, capacitor, native, packageManager, formatter, setup, home } = project;
  return {
    name: project.packageName,
    root: project.root,
    home,
    tool: project.toolVersion,
    framework: describeFramework(framework),
    ionic: project.ionicMajor,
    capacitor: capacitor.major,
    project: framework.project,
    entryFile: framework.entryFile,
    packageManager: `${packageManager.name} (${packageManager.reason})`,
    formatter: formatter.kind === 'ready' ? formatter.formatter.id : formatter.kind,
    ios: native.ios,
    android: native.android,
    setUp: setup.state ? `by ${setup.state.toolVersion}, see ${setupPaths(home).config}` : 'no',
    interruptedRun: setup.unfinished ?? false,
  };
}

function describeFramework(facts: FactsBase): FrameworkReport {
  const own = frameworkWith(facts).appFacts.map((fact) => [fact.key, fact.tell(facts)] as const);
  return { id: facts.id, major: facts.major, ...Object.fromEntries(own) };
}

/** One list: what the framework tells stands among the rest. */
function factsInWords(project: Project): Record<string, unknown> {
  const { framework, ...shared } = facts(project);
  const { id, major, ...own } = framework;
  const { name, root, home, tool, ...rest } = shared;
  return { name, root, home, tool, framework: `${frameworkWith({ id }).title} ${major}`, ...rest, ...own };
}

function printed({ key, kind }: CatalogOption, options: Info['options']): unknown {
  const value = options[key];
  return value === undefined ? undefined : kind.toJson(value);
}

function words(value: unknown): string {
  if (value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
