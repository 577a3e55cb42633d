// @ts-check
// npm run test:native [-- --java] [--swift] [--sanitize] [--mutants]: the core in the languages of the phones.
// npm run test:native -- --java --mutants --layer codec: what PIT makes of one layer of the core alone.
// npm run test:native -- --ios [--sanitize]: the iOS plugin on a scripted phone.
// npm run test:native -- --android [--api 23]: the Android plugin on one, on each of the usual systems, or on this one alone.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runShown } from './lib/steps.mjs';
import { findCommand } from './lib/toolchains.mjs';
import { fetchSystem } from './native/android/systems.mjs';
import { languages, reference } from './native/languages.mjs';
import { faultsOf, vectorTable } from './native/report.mjs';
import { askedCases } from './native/vector-files.mjs';

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} args */
async function main(args) {
  const names = ['ios', 'android', 'sanitize', 'mutants', ...languages.map(flagOf)];
  const flags = flagsOf(args, names);
  if (typeof flags === 'string') {
    console.error(
      `${flags}\nThere are ${names.map((name) => `--${name}`).join(', ')}, with --android: --api NUMBER, with --java --mutants: --layer NAME`,
    );
    return 64;
  }
  if (flags['ios']) return ios(flags['sanitize'] === true);
  if (flags['android']) return android(flags['api']);
  const named = languages.filter((language) => flags[flagOf(language)]);
  const chosen = named.length > 0 ? named : languages;
  const missing = chosen.flatMap((language) => missingOf(language));
  for (const line of missing) console.error(line);
  if (missing.length > 0) return 1;

  const work = flags['sanitize'] ? 'sanitize' : flags['mutants'] ? 'mutants' : 'test';
  return work === 'test' ? test(chosen) : watch(chosen, work, layerOf(flags));
}

/** @param {{ name: string }} language */
function flagOf({ name }) {
  return name.toLowerCase();
}

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} names of flags without a value
 * @returns {Readonly<Record<string, string | boolean | undefined>> | string} or what is wrong
 */
function flagsOf(args, names) {
  const switches = names.map((name) => /** @type {const} */ ([name, { type: 'boolean' }]));
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...Object.fromEntries(switches), api: { type: 'string' }, layer: { type: 'string' } },
    });
    if (values['api'] !== undefined && !values['android']) return '--api is for --android';
    const isLayered = values['java'] && values['mutants'] && !values['swift'] && !values['sanitize'];
    return values['layer'] === undefined || isLayered ? values : '--layer is for --java --mutants';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param {Readonly<Record<string, string | boolean | undefined>>} flags */
function layerOf({ layer }) {
  return typeof layer === 'string' ? layer : undefined;
}

/** @param {string | boolean | undefined} api one system alone, also one that is no usual one */
async function android(api) {
  if (api !== undefined) {
    try {
      await fetchSystem(Number(api));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }
    process.env['SDK'] = String(api);
  }
  return onPhone('android');
}

/** @param {boolean} isWatched for races */
function ios(isWatched) {
  if (isWatched) process.env['IOS_BUILD'] = 'thread';
  return onPhone('ios');
}

/** @param {'ios' | 'android'} platform */
function onPhone(platform) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  return runShown([process.execPath, vitest, 'run', '--project', 'native', `tests/native/${platform}`], root);
}

/** @param {import('./native/outcome.mjs').Language} language */
function missingOf({ name, toolchain }) {
  return toolchain
    .filter(({ command }) => findCommand(command) === undefined)
    .map(({ command, install }) => `${name} needs ${command}, which is not there. To get it: ${install}`);
}

/** @param {readonly import('./native/outcome.mjs').Language[]} chosen */
async function test(chosen) {
  const results = [];
  for (const language of [reference, ...chosen]) {
    results.push({ language: language.name, outcome: await timed(language.name, () => language.test()) });
  }
  console.log(`\n${vectorTable(results)}\n`);
  return tell(results, askedCases());
}

/**
 * @param {readonly import('./native/outcome.mjs').Language[]} chosen
 * @param {'sanitize' | 'mutants'} work
 * @param {string} [layer] of the core alone
 */
async function watch(chosen, work, layer) {
  const results = [];
  for (const language of chosen) {
    const run = language[work];
    if (run)
      results.push({ language: language.name, outcome: await timed(`${language.name}, ${work}`, () => run(layer)) });
  }
  if (results.length === 0) {
    console.error(`None of the languages has ${work}`);
    return 1;
  }
  return tell(results, {});
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} task
 */
async function timed(name, task) {
  const started = performance.now();
  const result = await task();
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * @param {readonly import('./native/report.mjs').Result[]} results
 * @param {Readonly<Record<string, number>>} asked cases of each file
 */
function tell(results, asked) {
  for (const { language, outcome } of results) {
    for (const { name, says } of outcome.checks.filter(({ isGood }) => isGood)) {
      console.log(`${language}, ${name}: ${says}`);
    }
  }
  const faults = faultsOf(results, asked);
  for (const fault of faults) console.log(`Failed: ${fault}`);
  return faults.length > 0 ? 1 : 0;
}
