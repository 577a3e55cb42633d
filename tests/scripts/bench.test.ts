import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addSources } from '../../scripts/bench/apps.mjs';
import { budgets, judge, parseLimit } from '../../scripts/bench/budgets.mjs';
import { coreTables, missedBudgets } from '../../scripts/bench/core-report.mjs';
import { measure } from '../../scripts/bench/measure.mjs';
import { findPeers } from '../../scripts/bench/peers.mjs';
import { resultOf, resultTable, verdictTable } from '../../scripts/bench/print.mjs';
import { ownScenarios } from '../../scripts/bench/scenarios.mjs';
import { ratios, summarise } from '../../scripts/bench/statistics.mjs';
import { copyApp, sampleApp } from '../../scripts/lib/sample-app.mjs';
import { inspect } from '../../src/inspect/inspect.ts';
import { open } from '../../src/inspect/open.ts';

it.each([
  { values: [3], is: { min: 3, median: 3, max: 3 } },
  { values: [9, 1, 2], is: { min: 1, median: 2, max: 9 } },
  { values: [10, 2, 4, 1], is: { min: 1, median: 3, max: 10 } },
])('summarises $values', ({ values, is }) => {
  expect(summarise(values)).toEqual(is);
});

it('has no median of nothing, and compares only runs of the same rounds', () => {
  expect(() => summarise([])).toThrow(RangeError);
  expect(() => ratios([1, 2], [1])).toThrow(RangeError);
});

it('compares round by round, so that a slow round does not count', () => {
  expect(ratios([2, 20, 3], [1, 10, 1])).toEqual([2, 2, 3]);
});

it.each([
  { text: 'ng', limit: { unit: 'ms', terms: [{ times: 1, scenario: 'ng' }], tolerance: 0 } },
  { text: '1.5 x node', limit: { unit: 'ms', terms: [{ times: 1.5, scenario: 'node' }], tolerance: 0 } },
  { text: '2 x node', limit: { unit: 'ms', terms: [{ times: 2, scenario: 'node' }], tolerance: 0 } },
  {
    text: 'node + 40 ms',
    limit: { unit: 'ms', terms: [{ times: 1, scenario: 'node' }, { amount: 40 }], tolerance: 0 },
  },
  { text: '130 MiB', limit: { unit: 'MiB', terms: [{ amount: 130 }], tolerance: 0 } },
  { text: 'dry-run + 5 %', limit: { unit: 'ms', terms: [{ times: 1, scenario: 'dry-run' }], tolerance: 0.05 } },
  {
    text: 'a + b - node',
    limit: {
      unit: 'ms',
      terms: [
        { times: 1, scenario: 'a' },
        { times: 1, scenario: 'b' },
        { times: -1, scenario: 'node' },
      ],
      tolerance: 0,
    },
  },
])('reads the limit $text', ({ text, limit }) => {
  expect(parseLimit(text)).toEqual(limit);
});

it.each(['40', '2 times node', 'node + + 40 ms', ''])('refuses the limit %j', (text) => {
  expect(() => parseLimit(text)).toThrow(SyntaxError);
});

const figures = (...walls: number[]) => walls.map((wall) => ({ wall, cpu: wall / 2, memory: 100 }));
const measured = new Map([
  ['node', figures(100, 200, 100)],
  ['help', figures(130, 230, 190)],
  ['run', figures(105, 209, 111)],
]);

it.each([
  { scenario: 'help', limit: 'node + 40 ms', used: 230 / 240, isMet: true },
  { scenario: 'help', limit: 'node + 10 ms', used: 130 / 110, isMet: false },
  { scenario: 'run', limit: 'node + 5 %', used: 1, isMet: true },
  { scenario: 'run', limit: 'node + 4 %', used: 1.05 / 1.04, isMet: false },
  { scenario: 'run', limit: '130 MiB', used: 100 / 130, isMet: true },
])('$scenario against $limit: $used', ({ scenario, limit, used, isMet }) => {
  const verdict = judge({ scenario, limit, why: '' }, measured);

  expect(verdict).toMatchObject({ isMet });
  expect(verdict?.used).toBeCloseTo(used, 5);
});

it('judges nothing that was not measured', () => {
  expect(judge({ scenario: 'run', limit: 'ng-interceptor', why: '' }, measured)).toBeUndefined();
  expect(judge({ scenario: 'absent', limit: '130 MiB', why: '' }, measured)).toBeUndefined();
});

it('has a scenario for every name in the budgets', () => {
  const apps = { small: '', formatted: '', large: '', setUp: '', written: '' };
  const peers = ['ng-interceptor'];
  const known = [...ownScenarios(apps, '').map(({ id }) => id), ...peers];
  const named = budgets.flatMap(({ scenario, limit }) => [
    scenario,
    ...parseLimit(limit).terms.flatMap((term) => ('scenario' in term ? [term.scenario] : [])),
  ]);

  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

it('lists the tools that are not installed', () => {
  const { scenarios, missing } = findPeers(join(tmpdir(), 'nothing-is-installed-here'));

  expect(scenarios).toEqual([]);
  expect(missing).toContain('ng g interceptor x --dry-run');
});

it('measures whole processes, and refuses one that fails', async () => {
  const node = { id: 'node', title: 'node -e 0', argv: ['-e', '0'] };
  const big = { id: 'big', title: 'allocates', argv: ['-e', 'globalThis.kept = Buffer.alloc(80 * 2 ** 20, 1)'] };
  const failing = { id: 'failing', title: 'fails', argv: ['-e', 'console.error("no such luck"); process.exit(3)'] };
  const how = { rounds: 2, onRound: () => undefined };
  const found = await measure([node, big], how);

  expect(found.get('node')).toHaveLength(2);
  const [small, large] = [found.get('node')!, found.get('big')!].map((runs) => runs[0]!);
  expect(large!.memory - small!.memory).toBeGreaterThan(70);
  expect(resultTable([resultOf(node, found), resultOf(big, found)])).toContain('| allocates ');
  const verdict = judge({ scenario: 'big', limit: '50 MiB', why: '' }, found);
  expect(verdictTable([verdict!])).toMatch(/big .* 50 MiB .* MISSED/);
  await expect(measure([failing], how)).rejects.toThrow('no such luck');
});

it('fills an app up with sources that the tool does not have to read', async () => {
  const app = mkdtempSync(join(tmpdir(), 'bench-app-'));
  copyApp(sampleApp, app);
  addSources(app, 100);

  expect(readdirSync(join(app, 'src/app/features'))).toEqual(['feature-000', 'feature-001', 'features.routes.ts']);
  expect(readdirSync(join(app, 'src/app/features/feature-001'))).toHaveLength(50);
  expect(readFileSync(join(app, 'src/app/app.routes.ts'), 'utf8')).toContain("path: 'features'");
  const project = await inspect(await open({ folder: app, cwd: app }), {
    pluginSource: { kind: 'spec', spec: '1.0.0' },
    toolVersion: '0.0.0',
  });
  expect(project.framework.routes.map(({ path }) => path)).toContain('features');
  rmSync(app, { recursive: true });
});

it('compares a core with the format’s own steps on durable files, round by round, and judges its memory', () => {
  const rounds = { bare: [1, 10, 1], format: [2, 20, 2], core: [2.4, 24, 2.6] };
  const measured = { language: 'Swift', times: { disk: { write: rounds } }, memory: { write: 4 * 1024 * 1024 } };
  expect(coreTables([measured])).toContain('| Swift | disk | write | the vault | 2.600 | 2.40 | 1.20 |');
  expect(coreTables([measured])).toContain('| Swift | write | 4.0 |');
  expect(missedBudgets([measured])).toEqual([]);

  const slow = { ...rounds, core: [2.5, 25, 2.6] };
  const missed = { ...measured, times: { disk: { write: slow }, memory: { write: slow } }, memory: { read: 4194305 } };
  expect(missedBudgets([missed])).toEqual([
    'Swift, write: 1.25 x the format’s own steps',
    'Swift, read: 4194305 bytes',
  ]);
});
