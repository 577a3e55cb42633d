// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../lib/steps.mjs';
import { addFolder, editOnce, putMutants, writeFiles } from './mutated-copy.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const withSwift = join(root, 'scripts/toolchains/with-swift.sh');
const ios = join(root, 'native-plugin/ios');
const folder = join(ios, '.build/mutants');
const tests = 'Tests/VaultCoreTests';

/** @type {import('./schemata.mjs').Choices} */
const choices = {
  expression: (number, to, from) => `(mutant(${number}) ? (${to}) : (${from}))`,
  statements: (number, to, from) => `if mutant(${number}) { ${to} } else { ${from} }`,
};

const manifest = `// swift-tools-version:6.0
import PackageDescription

let package = Package(
  name: "VaultCore",
  targets: [
    .target(name: "VaultCore"),
    .systemLibrary(name: "COpenSSL", path: "TestSupport/COpenSSL"),
    .target(
      name: "OpenSSLCryptography", dependencies: ["COpenSSL", "VaultCore"], path: "TestSupport/OpenSSLCryptography"),
    .testTarget(name: "VaultCoreTests", dependencies: ["OpenSSLCryptography", "VaultCore"]),
  ],
  swiftLanguageModes: [.v6]
)
`;

/** Which tests run together in a process, the quickest first; vectors before the port's own tests. */
const rounds = [
  { name: 'quick vectors', filter: '/?(StateMachine|AttemptVector|ScopeVector|PayloadVector|AnchorVector)Tests/' },
  { name: 'passcodes and envelopes', filter: '/?(PasscodeVector|EnvelopeVector)Tests/' },
  { name: 'operations', filter: 'StoryTests/' },
  // Thousands of random stories for each mutant would take hours.
  { name: 'own tests', filter: 'VaultCoreTests', skip: '(Vector|StateMachine|Story|Model|TwoInstance|Parallel)Tests/' },
];

/** In milliseconds: what takes longer, and longer than PATIENCE times as without a mutant, goes on for ever. */
const LIMIT = 60_000;
const PATIENCE = 4;

/** @type {import('./try-mutants.mjs').Judge} */
export const swiftJudge = {
  language: 'Swift',
  async build(mutants) {
    /** @type {import('./mutated-copy.mjs').Files} */
    const files = new Map([['ios/Package.swift', manifest]]);
    for (const part of ['Sources/VaultCore', 'TestSupport/COpenSSL', 'TestSupport/OpenSSLCryptography', tests]) {
      addFolder(files, join(ios, part), `ios/${part}`);
    }
    addFolder(files, join(root, 'native-plugin/vectors'), 'vectors');
    putMutants(files, 'ios/Sources/VaultCore', mutants, choices);
    files.set('ios/Sources/VaultCore/Mutant.swift', own('Mutant.swift'));
    fit(files);
    writeFiles(join(folder, 'copy'), files);
    await run(['bash', withSwift, 'swift', 'build', '--build-tests', '--scratch-path', join(folder, 'build')], {
      cwd: join(folder, 'copy/ios'),
    });
  },
  async judge(numbers) {
    const measured = await baseline();
    /** @type {Map<number, string | undefined>} */
    const killers = new Map();
    for (const number of numbers) {
      const reaching = measured.filter(({ reached }) => reached.has(number));
      killers.set(number, await killerOf(number, reaching));
    }
    return killers;
  },
};

/**
 * The copy's tests end with the first vector that fails, and derive each passcode once for all mutants.
 *
 * @param {import('./mutated-copy.mjs').Files} files
 */
function fit(files) {
  const vectorCase = `ios/${tests}/Support/VectorCase.swift`;
  editOnce(files, vectorCase, 'try await check(object)', 'do { try await check(object) } catch { endProcess(id) }');
  files.set(`ios/${tests}/FirstFailure.swift`, own('FirstFailure.swift'));
  const openSSL = 'ios/TestSupport/OpenSSLCryptography';
  const derive = 'pbkdf2SHA256(passcode, salt: salt, iterations: iterations)';
  editOnce(files, `${openSSL}/OpenSSLPorts.swift`, derive, 'try rememberedPBKDF2(passcode, salt, iterations)');
  files.set(`${openSSL}/RememberedPBKDF2.swift`, own('RememberedPBKDF2.swift'));
}

/** @param {string} file */
function own(file) {
  return readFileSync(join(root, 'scripts/native/mutants', file), 'utf8');
}

/** Without a mutant every test passes. What each round reaches, and how long a mutant in it is given. */
async function baseline() {
  const measured = [];
  for (const round of rounds) {
    const file = join(folder, 'reached');
    rmSync(file, { force: true });
    const start = performance.now();
    const failure = await failureOf(round, { MUTANT: '0', REACHED: file });
    if (failure !== undefined) throw new Error(`Without a mutant, ${round.name}: ${failure}`);
    const limit = Math.max(LIMIT, (performance.now() - start) * PATIENCE);
    measured.push({ ...round, limit, reached: new Set(readFileSync(file, 'utf8').split(',').map(Number)) });
  }
  return measured;
}

/** @param {number} number @param {readonly Round[]} reaching */
async function killerOf(number, reaching) {
  for (const round of reaching) {
    const failure = await failureOf(round, { MUTANT: String(number) });
    if (failure !== undefined) return `${round.name}: ${failure}`;
  }
  return undefined;
}

/** @typedef {{ name: string, filter: string, skip?: string, limit?: number }} Round a limit in milliseconds */

/**
 * @param {Round} round
 * @param {Record<string, string>} given
 * @returns {Promise<string | undefined>} undefined: every test passed
 */
function failureOf({ filter, skip, limit }, given) {
  const derived = join(folder, 'derived');
  mkdirSync(derived, { recursive: true });
  const bundle = [join(folder, 'build/debug/VaultCorePackageTests.xctest'), '--testing-library', 'swift-testing'];
  const chosen = ['--filter', filter, ...(skip === undefined ? [] : ['--skip', skip])];
  const child = spawn('bash', [withSwift, ...bundle, ...chosen], {
    env: { ...process.env, ...given, DERIVED: derived },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(limit !== undefined && { timeout: limit }),
    killSignal: 'SIGKILL',
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(code === 0 && /with [1-9]\d* tests? passed/.test(printed) ? undefined : firstFailure(printed)),
    );
  });
}

/** @param {string} printed */
function firstFailure(printed) {
  const lines = printed.split('\n');
  return (lines.find((line) => /First failure|recorded an issue/.test(line)) ?? 'a crash, or the time limit')
    .trim()
    .slice(0, 200);
}
