import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { androidScreen } from '../../scripts/native/android/android-phone.mjs';
import { newestSystem } from '../../scripts/native/android/systems.mjs';
import { AndroidMachine } from './android/android-machine.ts';
import { AndroidPhone } from './android/android-phone.ts';
import { Session } from './phone/session.ts';

type Json = Readonly<Record<string, unknown>>;

/** What was drawn; `light` from 0, black, to 1, white. */
interface Drawn {
  readonly width: number;
  readonly colors: number;
  readonly light: number;
  readonly texts: readonly {
    readonly text: string;
    readonly size: number;
    readonly isWhole: boolean;
    readonly isSeen: boolean;
  }[];
}

const command = await androidScreen();
const newest = newestSystem();
const folder = process.env['SCREENSHOTS'];
if (folder !== undefined) mkdirSync(folder, { recursive: true });

let machine: AndroidMachine;
let phone: AndroidPhone;

beforeAll(() => {
  machine = new AndroidMachine(command, newest);
});
afterAll(() => machine.turnOff());
afterEach(() => phone.throwAway());

const SETTINGS = { lockAfter: null, hideScreen: false, wipeAtMax: true, maxAttempts: 3, onEnrollmentChange: 'wipe' };

/** A small phone on which a passcode was wrong, so that there is something to say. */
async function drawn(name: string, launch: Json): Promise<Drawn> {
  phone = new AndroidPhone(machine);
  await phone.launch(launch);
  await phone.app.do('enter', { waits: true });
  const session = new Session(phone.app);
  const { result } = await session.call('open', { descriptor: { key: 'app' }, settings: { mode: 1, ...SETTINGS } });
  const call = (named: string, given: Json = {}) => session.call(named, given, result as string);
  await call('replace', { mode: 1, entries: [], passcode: { text: 'CANARY-passcode' } });
  await call('lock');
  call('unlock').catch(() => undefined);
  await expect.poll(() => phone.told.some(({ prompt }) => prompt === 'passcodeEntry'), { timeout: 20_000 }).toBe(true);
  await phone.app.do('type', { text: 'wrong' });
  await expect.poll(async () => wordsOf(await picture({})), { timeout: 20_000 }).toMatch(/Wrong passcode\./);
  return picture(folder === undefined ? {} : { file: join(folder, `passcode-prompt-android-${name}.png`) });
}

async function picture(given: Json): Promise<Drawn> {
  await phone.app.do('pass', { milliseconds: 500 });
  return (await phone.app.do('draw', given))['result'] as Drawn;
}

function wordsOf({ texts }: Pick<Drawn, 'texts'>): string {
  return texts.map(({ text }) => text).join('\n');
}

const SMALL = 'w360dp-h640dp-port-xhdpi';

it.each([
  { name: 'light', launch: { screen: SMALL }, isLight: true, scale: 1 },
  { name: 'dark', launch: { screen: 'w360dp-h640dp-port-night-xhdpi' }, isLight: false, scale: 1 },
  { name: 'large-text', launch: { screen: SMALL, fontScale: 2 }, isLight: true, scale: 1.5 },
])(
  'the built-in passcode prompt is drawn, and all of it can be read: $name',
  async ({ name, launch, isLight, scale }) => {
    const { width, colors, light, texts } = await drawn(name, launch);
    expect(width).toBeGreaterThan(600);
    expect(colors).toBeGreaterThan(50);
    expect(light > 0.5).toBe(isLight);
    expect(wordsOf({ texts })).toMatch(/^Enter your passcode\nPasscode\nWrong passcode\.[^]*\nCancel\nUnlock$/);
    expect(texts.filter(({ isWhole, isSeen }) => !isWhole || !isSeen)).toEqual([]);
    const button = texts.find(({ text }) => text === 'Unlock');
    expect(button?.size).toBeGreaterThanOrEqual(28 * scale);
  },
);
