import { playwright } from '@vitest/browser-playwright';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { chromium } from './tests/browser/chromium.ts';
import { secondRegistry, secondTemplates } from './tests/second-framework/second-registry.mjs';
import { templates } from './scripts/templates-plugin.mjs';
import { shippedTsMorph } from './tests/edits/shipped-ts-morph.ts';
import { keepUnhandledError } from './tests/support/keep-unhandled-error.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

const setupFiles = [fileURLToPath(new URL('tests/support/seeded-properties.ts', import.meta.url))];
const slow = { testTimeout: 600_000, hookTimeout: 900_000 };
/** Five times what the longest takes beside all others: a limit is for what hangs, and no product is wrong on a slow machine. */
const quick = { testTimeout: 120_000, hookTimeout: 120_000 };
/** What is polled for comes later on a slow machine, and no product is wrong for that. */
const expect = { requireAssertions: true, poll: { timeout: 30_000 } };
/** For what waits in real time: these files run one after the other, when all others have ended. */
const alone = { ...slow, fileParallelism: false };

/** The tool on the part of ts-morph that is shipped with it. */
const shipped = {
  resolve: { alias: { 'ts-morph': shippedTsMorph } },
  test: { globalSetup: ['tests/edits/global-setup.ts'] },
};

/** One project per kind of test; `npx vitest --project src` is the inner loop: no whole run, no process, next to no disk. */
export default defineConfig({
  plugins: [templates()],
  test: {
    expect,
    // Vitest leaves one processor to itself, which would be one of two; it has next to nothing to do while files run.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    onUnhandledError: keepUnhandledError,
    projects: [
      {
        extends: true,
        test: {
          name: 'src',
          include: ['tests/**/*.test.ts'],
          exclude: [
            'tests/{edits,templates,run,compile,beside-auth,contract,faults,second-framework,browser,terminal,cores,native,apps,e2e,release,projects}/**',
            '**/node_modules/**',
          ],
          // The packages are loaded once for all files, not once for each: a third of the suite's time.
          isolate: false,
          ...quick,
          setupFiles,
        },
      },
      {
        extends: true,
        test: { name: 'templates', include: ['tests/templates/*.test.ts'], ...quick, setupFiles },
      },
      {
        extends: true,
        ...shipped,
        test: { name: 'run', include: ['tests/run/*.test.ts'], ...shipped.test, ...quick, setupFiles },
      },
      {
        extends: true,
        ...shipped,
        test: { name: 'edits', include: ['tests/edits/*.test.ts'], ...shipped.test, ...quick, setupFiles },
      },
      {
        extends: true,
        test: { name: 'compile', include: ['tests/compile/*.test.ts'], ...slow, maxConcurrency: 2 },
      },
      {
        extends: true,
        ...shipped,
        test: {
          name: 'beside-auth',
          include: ['tests/beside-auth/*.test.ts'],
          ...shipped.test,
          ...slow,
          maxConcurrency: 4,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/*.test.ts'],
          ...shipped.test,
          ...quick,
          maxConcurrency: 6,
        },
      },
      {
        extends: true,
        ...shipped,
        test: { name: 'faults', include: ['tests/faults/*.test.ts'], ...shipped.test, ...slow },
      },
      {
        // Not `extends`: its own registry and templates take the place of the tool's.
        plugins: [secondRegistry(), templates(secondTemplates)],
        test: {
          name: 'second-framework',
          include: ['tests/second-framework/*.test.ts'],
          ...quick,
          expect,
        },
      },
      {
        extends: true,
        test: {
          name: 'plugin',
          root: 'native-plugin',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/adapters/**', '**/node_modules/**'],
          ...quick,
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'adapters',
          root: 'native-plugin',
          include: ['tests/adapters/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'vectors-in-chromium',
          root: 'native-plugin',
          include: ['tests/core/{vectors,envelope-vectors}.test.ts'],
          ...quick,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium ?? '', args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...alone } },
      { extends: true, test: { name: 'terminal', include: ['tests/terminal/**/*.test.ts'], ...alone } },
      { extends: true, test: { name: 'cores', include: ['tests/cores/*.test.ts'], ...alone } },
      { extends: true, test: { name: 'native', include: ['tests/native/*.test.ts'], ...alone } },
      { extends: true, test: { name: 'release', include: ['tests/release/*.test.ts'], ...slow } },
      {
        extends: true,
        test: { name: 'apps', include: ['tests/apps/*.test.ts'], globalSetup: ['tests/e2e/global-setup.ts'], ...slow },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['tests/e2e/*.test.ts'], globalSetup: ['tests/e2e/global-setup.ts'], ...alone },
      },
    ],
  },
});
