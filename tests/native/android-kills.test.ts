import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { androidPhone } from '../../scripts/native/android/android-phone.mjs';
import { newestSystem } from '../../scripts/native/android/systems.mjs';
import { AndroidMachine } from './android/android-machine.ts';
import { AndroidPhone } from './android/android-phone.ts';
import { Session, type Outcome } from './phone/session.ts';

type Json = Readonly<Record<string, unknown>>;

const command = await androidPhone();
const newest = newestSystem();
let machine: AndroidMachine;
let phone: AndroidPhone;

beforeAll(() => {
  machine = new AndroidMachine(command, newest);
});
afterAll(() => machine.turnOff());
afterEach(() => phone.throwAway());

const SETTINGS = { lockAfter: null, hideScreen: false, wipeAtMax: true, maxAttempts: 5, onEnrollmentChange: 'wipe' };

type Call = (name: string, given: Json) => Promise<Outcome>;

/** A process of the app with its page, and the vault. */
async function startedApp(): Promise<Call> {
  await phone.launch();
  const session = new Session(phone.app);
  const { result } = await session.call('open', { descriptor: { key: 'app' }, settings: { mode: 5, ...SETTINGS } });
  return (name, given) => session.call(name, given, result as string);
}

const one = (json: string): readonly Json[] => [{ key: 'a', json }];

/** What is tried on a vault that has 1, and what it may have afterwards. */
const CHANGES: readonly {
  readonly name: string;
  readonly given: Json;
  readonly after: readonly (readonly Json[])[];
}[] = [
  { name: 'write', given: { changes: one('2') }, after: [one('1'), one('2')] },
  { name: 'replace', given: { mode: 5, entries: one('2') }, after: [one('1'), one('2')] },
  { name: 'rekey', given: { mode: 0 }, after: [one('1')] },
  { name: 'erase', given: {}, after: [one('1'), []] },
];

/** @returns whether it was ended before it had answered */
async function isKilledAt(point: number, { name, given }: (typeof CHANGES)[number]): Promise<boolean> {
  phone = new AndroidPhone(machine);
  const call = await startedApp();
  await call('write', { changes: one('1') });
  await phone.app.do('fail', { operation: 'files', exception: 'kill', after: point });
  let answered = false;
  const answer = call(name, given).then(
    ({ code }) => {
      expect(code).toBeUndefined();
      answered = true;
    },
    () => undefined,
  );
  await expect.poll(async () => answered || (await isStopped()), { timeout: 20_000, interval: 5 }).toBe(true);
  await phone.kill();
  await answer;
  return !answered;
}

async function isStopped(): Promise<boolean> {
  return ((await phone.app.do('state'))['result'] as { readonly isStopped: boolean }).isStopped;
}

it.each(CHANGES)(
  '$name, ended at each step of the files, leaves all or nothing, and a vault that works',
  async (change) => {
    const found = new Set<string>();
    let point = 0;
    while (await isKilledAt(point, change)) {
      const call = await startedApp();
      await call('unlock', {});
      const { result, code } = await call('readAll', {});
      expect([point, code]).toEqual([point, undefined]);
      expect(change.after).toContainEqual(result);
      found.add(JSON.stringify(result));
      expect(await call('write', { changes: one('3') })).toEqual({});
      expect((await call('readAll', {})).result).toEqual(one('3'));
      await phone.throwAway();
      point += 1;
    }
    expect(found.size).toBe(change.after.length);
    expect(point).toBeGreaterThan(5);
  },
);

/** A vault that was re-keyed, although that was refused, is seen to be another one by the first read, and locks. */
async function read(call: Call): Promise<Outcome> {
  await call('unlock', {});
  const outcome = await call('readAll', {});
  if (outcome.code !== 'VaultLocked') return outcome;
  await call('unlock', {});
  return call('readAll', {});
}

/** @returns whether it came to a step at which there was no space any more */
async function isFullAt(point: number, { name, given, after }: (typeof CHANGES)[number]): Promise<boolean> {
  phone = new AndroidPhone(machine);
  const call = await startedApp();
  await call('write', { changes: one('1') });
  await phone.app.do('fail', { operation: 'files', exception: 'full', after: point });
  const { code, data } = await call(name, given);
  if (code !== undefined) expect([code, data?.['reason']]).toEqual(['VaultUnavailable', 'TEMPORARILY_UNAVAILABLE']);
  const { isStorageFull } = (await phone.app.do('state'))['result'] as { readonly isStorageFull: boolean };
  // Space is there again before the process ends, or after it.
  if (!isStorageFull || point % 2 === 1) await phone.kill();
  await phone.happens('freeStorage');
  const later = phone.isRunning ? call : await startedApp();
  const { result, code: unread } = await read(later);
  expect([point, unread]).toEqual([point, undefined]);
  // What was refused is not there, what was answered is.
  expect(code === undefined ? after.slice(-1) : after).toContainEqual(result);
  expect(await later('write', { changes: one('3') })).toEqual({});
  expect((await later('readAll', {})).result).toEqual(one('3'));
  await phone.throwAway();
  return isStorageFull;
}

it.each(CHANGES)('$name, with no space left from each step of the files on, loses nothing', async (change) => {
  let point = 0;
  while (await isFullAt(point, change)) point += 1;
  expect(point).toBeGreaterThan(3);
});
