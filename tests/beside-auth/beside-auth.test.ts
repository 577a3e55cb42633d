import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCases } from './harness/cases.ts';
import { makeSteps } from './harness/make-steps.ts';
import { once } from './harness/once.ts';
import { PreparedApp } from './harness/prepared-app.ts';
import { Program } from './harness/program.ts';
import { Site } from './harness/site.ts';
import { endingOf, storiesOf } from './harness/stories.ts';
import { entriesOf, pageFor, runOf, states, type Entry, type State } from './harness/states.ts';
import type { AuthApp } from './auth-app.ts';
import type { Seen } from './page/run.ts';

/** So many guards an entry may ask: the app's and ours on each of a few redirects. */
const mostGuardCalls = 20;

const cases = await readCases();
const kept = process.env['BESIDE_AUTH_DIR'];
const work = mkdtempSync(join(tmpdir(), 'identity-vault-beside-auth-'));
const program = new Program(kept ?? join(work, 'program'));
const apps = new Map(cases.map((one) => [one.name, new PreparedApp(one, join(work, 'apps'))]));

/** Each is done once for all cases, when a test first needs it. */
const setUp = once(async () => {
  for (const app of apps.values()) await app.setUp();
  const left = [...apps.values()].filter(({ steps }) => steps.length > 0);
  return new Map(left.map((app) => [app.name, withSteps(app)]));
});
const built = once(async () => [...apps.values(), ...[...(await setUp()).values()].filter(({ failure }) => !failure)]);
const compiled = once(async () => {
  const [all] = await Promise.all([built(), program.install()]);
  return program.compile(all);
});
const opened = once(async () => {
  await compiled();
  await program.bundle(await built());
  return Site.open(program.site);
});

afterAll(async () => {
  await opened.made?.then((site) => site.close());
  rmSync(work, { recursive: true, force: true });
});

test('the compiler has no word for what belongs to no app', async () => {
  expect((await compiled()).get('') ?? []).toEqual([]);
});

describe.concurrent.for(cases)('$name', ({ name, app }) => {
  const prepared = apps.get(name)!;

  test('is set up as it should be', async () => {
    await setUp();
    const before = prepared.files();
    expect({ exitCode: prepared.ended?.exitCode, ...prepared.found }, prepared.told).toEqual({
      exitCode: app.exitCode,
      ...app.found,
    });
    expect(await prepared.run('--yes', '--no-install', '--allow-manual')).toMatchObject({ exitCode: app.exitCode });
    expect(prepared.files(), 'after a second run').toEqual(before);
  });

  test('is compiled', async () => {
    const messages = await compiled();
    expect([...(messages.get(name) ?? []), ...(messages.get(nameWithSteps(name)) ?? [])]).toEqual([]);
  });

  test('sends everybody to the right page', async () => {
    const site = await opened();
    const starts = entriesOf(app).flatMap((entry) => states.map((state) => ({ entry, state })));
    const seen = await site.drive(
      name,
      starts.map(({ entry, state }) => runOf(app, entry, state)),
    );
    expect(starts.map((start, at) => line(start, outcome(app, start.state, seen[at]!)))).toEqual(
      starts.map((start) => line(start, { page: pageFor(app, start.entry, start.state), faults: [] })),
    );
  });

  test('lets the app’s own session and the vault’s end together, when its steps are made', async () => {
    const made = (await setUp()).get(name);
    // The sign-in page is generated: nothing is left for a person.
    expect(made !== undefined).toBe(app.found.loginPage === 'existing');
    if (!made) return;
    expect(made.failure).toBeUndefined();
    expect(await made.run('check'), 'check').toMatchObject({ exitCode: 0 });
    const site = await opened();
    const stories = storiesOf(app);
    const seen = await site.drive(
      made.name,
      stories.map(({ at, state, does }) => ({ ...runOf(app, { url: at, page: '' }, state), does })),
    );
    expect(
      stories.map((story, at) => ({ name: story.name, ...endingOf(app, seen[at]!), ...faultsOf(seen[at]!) })),
    ).toEqual(stories.map(({ name, ends }) => ({ name, ...ends, faults: [] })));
  });
});

/** The app in which a person has made the steps that the run left. */
function withSteps(app: PreparedApp): PreparedApp {
  const made = app.copy(nameWithSteps(app.name));
  try {
    makeSteps(made, app.steps);
  } catch (error) {
    made.failure = error;
  }
  return made;
}

function nameWithSteps(name: string): string {
  return `${name}+steps`;
}

interface Start {
  readonly entry: Entry;
  readonly state: State;
}

interface Outcome {
  readonly page: string | undefined;
  readonly faults: readonly string[];
}

function outcome(app: AuthApp, state: State, seen: Seen): Outcome {
  const secrets = app.guarded.map(({ page }) => page);
  const leaked = state.vault === 'unlocked' ? [] : seen.opened.filter((page) => secrets.includes(page));
  return { page: seen.pages.at(-1), faults: [...leaked.map((page) => `opened ${page}`), ...faultsOf(seen).faults] };
}

function faultsOf({ guardCalls, settled, errors, url }: Seen): Pick<Outcome, 'faults'> {
  const faults = [
    ...(guardCalls > mostGuardCalls ? [`${guardCalls} calls of guards`] : []),
    ...(settled ? [] : ['never came to rest']),
    ...errors,
  ];
  return { faults: faults.length > 0 ? [...faults, `at ${url}`] : [] };
}

/** A start and what came of it, so that a difference reads as one. */
function line({ entry, state }: Start, { page, faults }: Outcome): string {
  return [`${entry.url} with ${state.name}: ${page ?? 'nothing'}`, ...faults].join(', ');
}
