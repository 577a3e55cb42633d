// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { summarise } from './bench/statistics.mjs';
import { drive } from './first-runs/drive.mjs';
import { firstRuns, versions } from './first-runs/tools.mjs';
import { installPackages, isInstalled } from './lib/install-packages.mjs';
import { copyApp, sampleApp } from './lib/sample-app.mjs';
import { run, step } from './lib/steps.mjs';

/** @typedef {import('./first-runs/tools.mjs').FirstRun} FirstRun */
/** @typedef {import('./first-runs/drive.mjs').Told} Told */

const usage = 'npm run bench:first-runs -- [--rounds N] [--dir DIR] [--only TEXT] [--transcripts]';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    dir: { type: 'string' },
    only: { type: 'string', default: '' },
    transcripts: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(usage);
else await measure(resolve(values.dir ?? mkdtempSync(join(tmpdir(), 'first-runs-'))));

/** @param {string} folder */
async function measure(folder) {
  try {
    await prepare(folder);
    const tools = firstRuns(join(folder, 'tools')).filter(({ title }) => title.includes(values.only));
    /** @type {Map<FirstRun, Told[]>} */
    const told = new Map(tools.map((tool) => [tool, []]));
    // In turn, so that all of them see the same machine.
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const tool of tools) {
        const result = await step(tool.title, () => drive(tool, placeFor(tool, folder)));
        told.get(tool)?.push(result);
        if (values.transcripts && round === 0) console.log(result.transcript);
      }
    }
    console.log(`\n${table([...told])}`);
  } finally {
    if (values.dir === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Installs the sample app's packages and the other tools; what is there already is kept.
 *
 * @param {string} folder
 */
async function prepare(folder) {
  const [app, tools] = [join(folder, 'app'), join(folder, 'tools')];
  if (!existsSync(app)) copyApp(sampleApp, app);
  if (!isInstalled(app)) await step("Install the sample app's packages", () => installPackages(app));
  if (!existsSync(join(app, '.git'))) commit(app);
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  const install = /** @type {const} */ (['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts']);
  if (!isInstalled(tools)) await step('Install the other tools', () => run(install, { cwd: tools }));
  const kit = join(folder, 'kit');
  const create = [join(tools, 'node_modules/.bin/sv'), 'create', kit, '--template', 'minimal', '--types', 'ts'];
  if (existsSync(kit)) return;
  await step('Make an app with sv create', () =>
    run(['node', ...create, '--no-add-ons', '--install', 'npm'], { cwd: folder }),
  );
  commit(kit);
}

/** @param {string} app */
function commit(app) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: app });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The app');
}

/**
 * Each run starts in a folder of its own.
 *
 * @param {FirstRun} tool
 * @param {string} folder
 */
function placeFor({ from }, folder) {
  const place = join(folder, 'run');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  if (from === 'nothing') return place;
  const source = join(folder, from);
  const isOwn = (/** @type {string} */ path) => path !== join(source, 'node_modules');
  cpSync(source, place, { recursive: true, verbatimSymlinks: true, filter: isOwn });
  // Linked: to copy ten thousand files would take longer than what is measured.
  execFileSync('cp', ['-al', join(source, 'node_modules'), place]);
  return place;
}

/** @param {readonly (readonly [FirstRun, readonly Told[]])[]} told */
function table(told) {
  const rows = told.map(([{ title }, runs]) => {
    const [first] = runs;
    if (first === undefined) return '';
    const seconds = (/** @type {'question' | 'seconds'} */ of) => median(runs.map((run) => run[of]));
    const ended = runs.every(({ isDone }) => isDone) ? 'yes' : 'no';
    return `| ${[title, first.prompts, first.keys, first.lines, seconds('question'), seconds('seconds'), ended].join(' | ')} |`;
  });
  const head = '| tool | questions | keys | lines shown | s to the first question | s to the end | succeeded |';
  return [head, '| --- | --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** @param {readonly number[]} values */
function median(values) {
  return summarise(values).median.toFixed(1);
}
