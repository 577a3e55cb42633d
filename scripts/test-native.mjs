// @ts-check
// npm run test:native [-- --java] [--swift] [--sanitize] [--mutants]: the core in the languages of the phones.
// npm run test:native -- --ios [--sanitize]: the iOS plugin on a scripted phone.
// npm run test:native -- --android: the Android plugin on one, on each system; SDK=23 is one of them.
import { fileURLToPath } from 'node:url';
import { runShown } from './lib/steps.mjs';
import { findCommand } from './lib/toolchains.mjs';
import { languages, reference } from './native/languages.mjs';
import { faultsOf, vectorTable } from './native/report.mjs';
import { askedCases } from './native/vector-files.mjs';

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} args */
async function main(args) {
  const flags = new Set(args);
  /** @param {{ name: string }} language */
  const flagOf = ({ name }) => `--${name.toLowerCase()}`;
  const known = ['--ios', '--android', '--sanitize', '--mutants', ...languages.map(flagOf)];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) {
    console.error(`${unknown} is none of ${known.join(', ')}`);
    return 64;
  }
  if (flags.has('--ios')) return ios(flags.has('--sanitize'));
  if (flags.has('--android')) return onPhone('android');
  const named = languages.filter((language) => flags.has(flagOf(language)));
  const chosen = named.length > 0 ? named : languages;
  const missing = chosen.flatMap((language) => missingOf(language));
  for (const line of missing) console.error(line);
  if (missing.length > 0) return 1;

  const work = flags.has('--sanitize') ? 'sanitize' : flags.has('--mutants') ? 'mutants' : 'test';
  return work === 'test' ? test(chosen) : watch(chosen, work);
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
 */
async function watch(chosen, work) {
  const results = [];
  for (const language of chosen) {
    const run = language[work];
    if (run) results.push({ language: language.name, outcome: await timed(`${language.name}, ${work}`, run) });
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
