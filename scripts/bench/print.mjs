// @ts-check
import { cpus, totalmem } from 'node:os';
import { ratios, summarise } from './statistics.mjs';

/**
 * @typedef {import('./measure.mjs').Scenario} Scenario
 * @typedef {import('./budgets.mjs').Measured} Measured
 * @typedef {import('./budgets.mjs').Verdict} Verdict
 * @typedef {ReturnType<typeof resultOf>} Result
 */

/** What the figures depend on. */
export function machine() {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return {
    node: process.version,
    platform: process.platform,
    cpu: `${cpus().length} x ${first?.model.trim()}`,
    memory,
  };
}

/**
 * @param {Scenario} scenario
 * @param {Measured} measured
 */
export function resultOf({ id, title }, measured) {
  const figures = measured.get(id) ?? [];
  const walls = figures.map(({ wall }) => wall);
  const base = (measured.get('node') ?? []).map(({ wall }) => wall);
  return {
    id,
    title,
    wall: summarise(walls),
    cpu: summarise(figures.map(({ cpu }) => cpu)),
    memory: summarise(figures.map(({ memory }) => memory)),
    timesNode: summarise(ratios(walls, base)),
  };
}

/**
 * Tables that read in a terminal and in Markdown.
 *
 * @param {readonly Result[]} results
 */
export function resultTable(results) {
  const rows = results.map(({ title, wall, cpu, memory, timesNode }) => [
    title,
    spread(wall, 0),
    spread(timesNode, 2),
    String(Math.round(cpu.median)),
    String(Math.round(memory.median)),
  ]);
  return table(['process', 'wall ms: median (min–max)', 'x node -e 0', 'CPU ms', 'peak MiB'], rows);
}

/** @param {readonly Verdict[]} verdicts */
export function verdictTable(verdicts) {
  const rows = verdicts.map(({ scenario, limit, measured, allowed, unit, used, usedCpu, isMet }) => [
    scenario,
    limit,
    `${Math.round(measured)} of ${Math.round(allowed)} ${unit}`,
    used.toFixed(2),
    usedCpu?.toFixed(2) ?? '',
    isMet ? 'met' : 'MISSED',
  ]);
  return table(['budget of', 'limit', 'medians', 'share used', 'of CPU time', ''], rows);
}

/**
 * A process that does nothing only takes longer than it works where it has to wait.
 *
 * @param {readonly Result[]} results
 */
export function waitedFor(results) {
  const node = results.find(({ id }) => id === 'node');
  return node === undefined ? 0 : Math.max(0, 1 - node.cpu.median / node.wall.median);
}

/**
 * @param {import('./statistics.mjs').Summary} summary
 * @param {number} digits
 */
function spread({ min, median, max }, digits) {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
