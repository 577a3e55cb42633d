import { applyEdits, modify, type FormattingOptions, type JSONPath } from 'jsonc-parser';
import { posix } from 'node:path';
import { setupPaths } from '../../state/setup-paths.ts';
import { canonical } from '../../text/text.ts';
import { catalog, type CatalogOption } from './catalog.ts';
import { readJsonSource } from '../json-source.ts';
import type { AppPath } from '../../model/tree.ts';
import type { Options } from '../options.ts';
import type { Source } from '../sources.ts';

/** Where the installed plugin's schema is, seen from the configuration file. */
function schemaReference(home: AppPath): string {
  const path = posix.relative(home, 'node_modules/capacitor-identity-vault/config.schema.json');
  return path.startsWith('.') ? path : `./${path}`;
}

/** @throws CliError `UNREADABLE` with line and column when it is no JSON object. */
export function readConfig(text: string, path: AppPath = setupPaths('').config): Source {
  return readJsonSource({ source: text, path, code: 'UNREADABLE' });
}

/**
 * The file (or stdin) of `--answers`; `fileName` names it in messages.
 * @throws CliError `USAGE` with line and column when it is no JSON object.
 */
export function parseAnswers(text: string, fileName: string): Source {
  return readJsonSource({ source: text, path: fileName, code: 'USAGE' });
}

/** The configuration file of complete options: flat, in catalog order, every option that affects a file. */
export function printConfig(options: Options, home: AppPath = ''): string {
  return `${JSON.stringify({ $schema: schemaReference(home), ...configValues(options) }, null, 2)}\n`;
}

/**
 * The same, as canonical text, for a file that exists: values that differ are replaced or added in catalog order,
 * everything else stays as it is.
 * @throws CliError `UNREADABLE` as {@link readConfig}
 */
export function updateConfig(source: string, options: Options): string {
  const { values } = readConfig(source);
  const wanted = configValues(options);
  let text = canonical(source);
  const formattingOptions = formattingOf(text);
  for (const { key } of catalog) {
    if (JSON.stringify(values[key]) === JSON.stringify(wanted[key])) continue;
    const path: JSONPath = [key];
    const getInsertionIndex = (present: string[]): number => insertionIndex(key, present);
    text = applyEdits(text, modify(text, path, wanted[key], { formattingOptions, getInsertionIndex }));
  }
  return text;
}

/** Behind the last key that comes before it in the catalog. */
function insertionIndex(key: string, present: readonly string[]): number {
  const order: readonly string[] = ['$schema', ...catalog.map((option) => option.key)];
  const before = order.slice(0, order.indexOf(key));
  return 1 + Math.max(-1, ...before.map((earlier) => present.indexOf(earlier)));
}

function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 4 : indent.length, eol: '\n' };
}

function configValues(options: Options): Record<string, unknown> {
  const values = catalog.filter(({ inConfig }) => inConfig).map((option) => [option.key, toJson(option, options)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
}

function toJson({ key, kind }: CatalogOption, options: Options): unknown {
  const value = options[key];
  return value === undefined ? undefined : kind.toJson(value);
}
