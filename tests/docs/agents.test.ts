import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { exitCodeMeanings } from '../../src/model/exit-codes.ts';
import type { Host } from '../../src/model/host.ts';
import { readInvocation } from '../../src/cli/read-invocation.ts';
import { catalog, flagName, variableName } from '../../src/options/catalog/catalog.ts';
import { codeIn } from './code-in.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const published = (JSON.parse(read('package.json')) as { files: string[] }).files;
const tool = /create-identity-vault(?:@[\w.-]+)?(?: --)?(?= |$)/;

function helpText(): string {
  const printed = readInvocation(
    { argv: ['--help'], env: {}, version: '0.0.0', cwd: '/' } as unknown as Host,
    commands,
  );
  return 'text' in printed ? printed.text : '';
}

/** What follows the tool's name, or stands alone as a flag or a command with flags. */
function argumentsIn(document: string): string[][] {
  return codeIn(document).flatMap((code) => {
    if (tool.test(code)) return [code.slice(code.search(tool)).replace(tool, '').trim().split(/\s+/)];
    const isOurs = code.startsWith('-') || /^(undo|remove|check|info) -/.test(code);
    return isOurs && code !== '--' ? [code.split(/\s+/)] : [];
  });
}

const optionFlags = catalog.flatMap(({ key, kind }) =>
  [flagName(key), ...(kind.name === 'boolean' ? [`no-${flagName(key)}`] : [])].map((name) => `--${name}`),
);
const isFlag = (flag: string) =>
  optionFlags.includes(flag) || new RegExp(`(^|[ ,])${flag}(?=[ ,=]|$)`, 'm').test(helpText());

/** Names in a list of arguments that the tool doesn't know. */
function unknownIn(words: readonly string[]): string[] {
  const flags = words.filter((word) => /^--?[a-zA-Z]/.test(word)).map((word) => word.split('=')[0] ?? '');
  const [first = ''] = words;
  const isCommand = commands.some(({ typed }) => typed === first) || first.startsWith('-');
  return [...flags.filter((flag) => !isFlag(flag)), ...(isCommand ? [] : [first])];
}

describe.each(['AGENTS.md', 'llms.txt', 'docs/ci.md'])('%s', (path) => {
  const document = read(path);

  test('names commands and flags that exist, and no others', () => {
    const all = argumentsIn(document);
    expect(all.length).toBeGreaterThan(3);
    expect(all.flatMap(unknownIn)).toEqual([]);
  });

  test('is published, with all it links to', () => {
    const links = [...document.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, target = '']) => target);
    const folder = path.includes('/') ? 'docs/' : '';
    for (const target of [path, ...links.map((link) => `${folder}${link}`), ...mentioned(document)]) {
      expect(existsSync(new URL(target, root)), target).toBe(true);
      if (target !== 'docs/development.md') expect(published, target).toContain(target);
    }
  });

  test('names only variables of options', () => {
    const variables = document.match(/\bIDENTITY_VAULT_\w+/g) ?? [];
    const known = catalog.map(({ key }) => variableName(key));
    expect(variables.filter((name) => !known.includes(name))).toEqual([]);
  });
});

/** Documents named as code. */
function mentioned(document: string): string[] {
  return codeIn(document).filter((code) => /^docs\/[\w-]+\.md$/.test(code));
}

test('AGENTS.md and the contract for scripts have every exit code', () => {
  for (const path of ['AGENTS.md', 'docs/automation.md']) {
    const codes = [...read(path).matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => code);
    expect(codes).toEqual(Object.keys(exitCodeMeanings));
  }
});

test('AGENTS.md says what must never be done', () => {
  const never = read('AGENTS.md').split('## Never')[1] ?? '';
  for (const what of ['`.identity-vault/`', 'tokens', 'passcodes', '`--api-origins`', '`--force`'])
    expect(never).toContain(what);
});

test('llms.txt has a title, a summary, details without headings, and lists of links under headings', () => {
  const [head = '', ...sections] = read('llms.txt').split(/^## /m);
  expect(head).toMatch(/^# create-identity-vault\n\n(> .+\n)+\n/);
  expect(sections.map((section) => section.split('\n')[0])).toEqual(['Docs', 'Optional']);
  for (const section of sections) {
    const lines = section.trim().split('\n').slice(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^- \[[^\]]+\]\([^)]+\): .+/);
  }
});

test('the check of names finds one that does not exist', () => {
  const bad = argumentsIn(
    '`create-identity-vault doctor --yes` `npx --yes create-identity-vault@1.0.0 check --stict` `--no-lock-after`',
  );
  expect(bad.flatMap(unknownIn)).toEqual(['doctor', '--stict', '--no-lock-after']);
});
