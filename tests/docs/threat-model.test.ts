import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const document = readFileSync(new URL('docs/threat-model.md', root), 'utf8');

const CLAIM_HEADER = ['id', 'claim', 'against', 'how', 'MASVS, MASTG, MASWE', 'evidence'];
const EVIDENCE_HEADER = ['id', 'test file', 'test name'];
const ATTACKER_HEADER = ['attacker', 'what they have'];
const PLATFORMS = ['core', 'web', 'ios', 'android', 'http', 'cli'];

/** What a claim without a test must say instead, word for word. */
const WITHOUT_TEST = [
  'not tested without a device',
  'run against scripted fakes, never on a device',
  'not built yet (issue: native parts)',
  'not built yet (issue: web vault)',
  'relied on, not tested here',
];

/** How many controls each group of MASVS 2 has. */
const CONTROLS: Readonly<Record<string, number>> = {
  STORAGE: 2,
  CRYPTO: 2,
  AUTH: 3,
  NETWORK: 2,
  PLATFORM: 3,
  CODE: 4,
  RESILIENCE: 4,
  PRIVACY: 4,
};

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const withoutQuotes = (cell: string): string => cell.replace(/^`(.*)`$/, '$1');

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function tablesIn(markdown: string): Table[] {
  const blocks = markdown.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')));
  return blocks
    .filter((lines) => lines.length > 0)
    .map(([header = '', , ...rows]) => ({ header: cellsOf(header), rows: rows.map(cellsOf) }));
}

function rowsOf(tables: readonly Table[], header: readonly string[]): readonly (readonly string[])[] {
  return tables.filter((table) => table.header.join() === header.join()).flatMap(({ rows }) => rows);
}

/** Every title of the file that is run, given its toolchain: what is skipped, or still to do, shows nothing. */
function titlesIn(source: string): Set<string> {
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [callee = ''] = /^(?:it|test|describe)\b[.\w]*/.exec(node.expression.getText()) ?? [];
      if (/\.(skip|todo|fails)\b/.test(callee)) return;
      const [title] = node.arguments;
      if (callee !== '' && title && ts.isStringLiteralLike(title)) titles.add(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest, true));
  return titles;
}

function evidenceProblems([id = '', file = '', name = '']: readonly string[]): string[] {
  const path = withoutQuotes(file);
  if (!/^(native-plugin\/)?tests\/[\w./-]+\.test\.ts$/.test(path)) return [`${id}: no test file: ${file}`];
  if (!existsSync(new URL(path, root))) return [`${id}: there is no ${path}`];
  const isThere = titlesIn(readFileSync(new URL(path, root), 'utf8')).has(withoutQuotes(name));
  return isThere ? [] : [`${id}: ${path} runs no test called ${name}`];
}

function claimProblems(tables: readonly Table[]): string[] {
  const claims = rowsOf(tables, CLAIM_HEADER);
  const tests = rowsOf(tables, EVIDENCE_HEADER).map(([id = '']) => id);
  const attackers = rowsOf(tables, ATTACKER_HEADER).map(([name = '']) => name);
  const ids = [...claims.map(([id = '']) => id), ...tests];
  const used = claims.flatMap((cells) => (cells[5] ?? '').split('; '));

  return [
    ...PLATFORMS.filter((name) => !claims.some(([id]) => id?.startsWith(`${name}-`))).map(
      (name) => `no ${name} claims`,
    ),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...tests.filter((id) => !used.includes(id)).map((id) => `${id} is evidence for nothing`),
    ...claims.flatMap((cells) => rowProblems(cells, { attackers, evidence: [...tests, ...WITHOUT_TEST] })),
  ];
}

function rowProblems(
  cells: readonly string[],
  { attackers, evidence }: { readonly attackers: readonly string[]; readonly evidence: readonly string[] },
): string[] {
  const [id = '', , against = '', , , shownBy = ''] = cells;
  return [
    ...(cells.length === CLAIM_HEADER.length && !cells.includes('') ? [] : [`${id}: a cell is missing`]),
    ...against
      .split(', ')
      .filter((name) => !attackers.includes(name))
      .map((name) => `${id}: unknown attacker "${name}"`),
    ...shownBy
      .split('; ')
      .filter((item) => !evidence.includes(item))
      .map((item) => `${id}: no evidence: "${item}"`),
  ];
}

function idProblems(markdown: string): string[] {
  const named = markdown.match(/\bMAS(?:VS|TG|WE)[-\w]*/g) ?? [];
  return named.filter((id) => !isId(id)).map((id) => `${id} is no id of OWASP MAS`);
}

function isId(id: string): boolean {
  const [, group = '', control = ''] = /^MASVS-([A-Z]+)-([1-9])$/.exec(id) ?? [];
  const isControl = Number(control) <= (CONTROLS[group] ?? 0) && group !== '';
  return isControl || /^(MAS(VS|TG|WE)|MASTG-(TEST|BEST)-\d{4}|MASWE-\d{4})$/.test(id);
}

function problemsIn(markdown: string): string[] {
  const tables = tablesIn(markdown);
  const known = [CLAIM_HEADER, EVIDENCE_HEADER, ATTACKER_HEADER].map((header) => header.join());
  return [
    ...tables.filter(({ header }) => !known.includes(header.join())).map(({ header }) => `odd table: ${header.join()}`),
    ...claimProblems(tables),
    ...rowsOf(tables, EVIDENCE_HEADER).flatMap(evidenceProblems),
    ...idProblems(markdown),
    ...(/\bTODO\b/.test(markdown) ? ['something is still to do'] : []),
  ];
}

test('every claim of the threat model has its evidence: a test that is there, or that there is none', () => {
  expect(problemsIn(document)).toEqual([]);
});

describe('the check finds', () => {
  const [claim = ''] = document.split('\n').filter((line) => line.startsWith('| web-1 '));
  const [evidence = ''] = document.split('\n').filter((line) => line.startsWith('| B1 '));
  const withEvidence = (text: string) => claim.replace(/[^|]*\|$/, ` ${text} |`);

  test.each([
    { case: 'no evidence', from: claim, to: withEvidence(''), problem: 'web-1: a cell is missing' },
    { case: 'evidence to come', from: claim, to: withEvidence('TODO'), problem: 'web-1: no evidence: "TODO"' },
    { case: 'other words for none', from: claim, to: withEvidence('untested'), problem: 'no evidence: "untested"' },
    { case: 'evidence not listed', from: claim, to: withEvidence('B99'), problem: 'web-1: no evidence: "B99"' },
    { case: 'a missing cell', from: claim, to: claim.replace(/[^|]*\|$/, ''), problem: 'web-1: a cell is missing' },
    { case: 'a claim twice', from: claim, to: `${claim}\n${claim}`, problem: 'web-1 is there twice' },
    {
      case: 'a file that is gone',
      from: evidence,
      to: evidence.replace('.test.ts', 's.test.ts'),
      problem: 'there is no',
    },
    { case: 'another file', from: evidence, to: evidence.replace(/`[^`]*`/, '`README.md`'), problem: 'no test file' },
    {
      case: 'a test by another name',
      from: evidence,
      to: evidence.replace(/`\s*\|$/, '!` |'),
      problem: 'runs no test',
    },
    { case: 'unused evidence', from: evidence, to: `${evidence}\n${evidence.replace('B1', 'B99')}`, problem: 'B99' },
    {
      case: 'no such control',
      from: claim,
      to: claim.replace(/MASVS-\w+-\d/, 'MASVS-AUTH-4'),
      problem: 'MASVS-AUTH-4',
    },
    { case: 'a short id', from: claim, to: claim.replace(/MASVS-\w+-\d/, 'MASTG-TEST-59'), problem: 'MASTG-TEST-59' },
    { case: 'an unknown attacker', from: claim, to: claim.replace('| copy |', '| burglar |'), problem: '"burglar"' },
  ])('$case', ({ from, to, problem }) => {
    expect(document).toContain(from);
    expect(problemsIn(document.replace(from, () => to)).join('\n')).toContain(problem);
  });

  test('a test that is not run', () => {
    expect([
      ...titlesIn(`it('a'); it.skip('b'); describe.skip('c', () => it('d')); it.each([1])('e'); it.skipIf(!x)('f')`),
    ]).toEqual(['a', 'e', 'f']);
  });
});
