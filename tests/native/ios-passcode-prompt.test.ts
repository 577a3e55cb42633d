import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { iosApp } from '../../scripts/native/ios-app.mjs';
import { IosPhone, iosStateOf } from './ios/ios-phone.ts';
import { PromptOnScreen } from './ios/prompt-on-screen.ts';
import { Session, type Outcome } from './phone/session.ts';

const executable = await iosApp();
const SECOND_LAST = 'After two more wrong passcodes, your data in this app is erased and you have to sign in again.';
const LAST =
  'This is the last attempt. After a wrong passcode, your data in this app is erased and you have to sign in again.';

let phone: IosPhone;
let session: Session;
let prompt: PromptOnScreen;
let vault: string;

beforeEach(async () => {
  phone = new IosPhone(executable, iosStateOf({}));
  await start();
});

afterEach(async () => {
  expect(phone.printed).not.toMatch(/CANARY/);
  await phone.throwAway();
});

async function start(): Promise<void> {
  const app = await phone.launch();
  session = new Session(app);
  prompt = await PromptOnScreen.of(app);
}

async function open(maxAttempts: number, wipeAtMax = true): Promise<void> {
  const settings = { mode: 1, lockAfter: null, hideScreen: false, wipeAtMax, maxAttempts, onEnrollmentChange: 'wipe' };
  vault = (await session.call('open', { descriptor: { key: 'app' }, settings })).result as string;
}

async function lockedVault(maxAttempts: number, wipeAtMax = true): Promise<void> {
  await open(maxAttempts, wipeAtMax);
  await session.call('replace', { mode: 1, entries: [], passcode: { text: 'CANARY-code' } }, vault);
  await session.call('lock', {}, vault);
}

/** When the wait before it is over. */
async function enters(passcode: string): Promise<void> {
  await prompt.enters([passcode], 'Unlock');
  if (!(await waits())) return;
  await phone.app.do('pass', { milliseconds: 3_600_000 });
  await expect.poll(() => prompt.canSubmit()).toBe(true);
  await prompt.enters([passcode], 'Unlock');
}

async function waits(): Promise<boolean> {
  return (await prompt.says()).at(-1)?.startsWith('Too many attempts.') === true;
}

async function begins(call: string): Promise<Promise<Outcome>[]> {
  const outcome = session.call(call, {}, vault);
  await prompt.appears();
  // In a list, so that it is not waited for here.
  return [outcome];
}

describe('to enter a passcode', () => {
  it('announces an erasure twice, and says after each failure how many attempts are left', async () => {
    await lockedVault(4);
    const [outcome] = await begins('unlock');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode']);
    await enters('CANARY-wrong');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', 'Attempts left: 3', 'Wrong passcode.']);
    await enters('CANARY-wrong');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', SECOND_LAST, 'Wrong passcode.']);
    await enters('CANARY-wrong');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', LAST, 'Wrong passcode.']);
    await enters('CANARY-code');
    expect(await outcome).toEqual({ result: undefined });
  });

  it('says so at once, where it is shown anew', async () => {
    await lockedVault(2);
    const [first] = await begins('unlock');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', SECOND_LAST]);
    await prompt.enters(['CANARY-wrong'], 'Unlock');
    await prompt.press('Cancel');
    expect(await first).toMatchObject({ code: 'UserCanceledInteraction' });
    const [second] = await begins('unlock');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', LAST]);
    await prompt.enters(['CANARY-wrong'], 'Unlock');
    expect(await second).toMatchObject({ code: 'TooManyFailedAttempts' });
    expect(await prompt.isShown()).toBe(false);
  });

  it('warns of nothing where nothing is erased', async () => {
    await lockedVault(2, false);
    const [outcome] = await begins('unlock');
    await prompt.enters(['CANARY-wrong'], 'Unlock');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', 'Wrong passcode.']);
    await prompt.press('Cancel');
    expect(await outcome).toMatchObject({ code: 'UserCanceledInteraction' });
  });

  it('takes an empty entry, or one that can be no passcode, for a slip', async () => {
    await lockedVault(3);
    const [outcome] = await begins('unlock');
    await prompt.enters([''], 'Unlock');
    await expect.poll(() => prompt.says()).toEqual(['Enter your passcode', 'Enter your passcode.']);
    await prompt.enters(['abc'], 'Unlock');
    await expect.poll(async () => (await prompt.says()).at(-1)).toBe('A passcode has 4 to 128 characters.');
    await prompt.press('Cancel');
    await outcome;
    expect((await session.call('status', {}, vault)).result).toMatchObject({ attemptsLeft: 3 });
  });

  it('counts down until another attempt is allowed', async () => {
    await lockedVault(20);
    const [outcome] = await begins('unlock');
    for (let attempt = 0; attempt < 4; attempt += 1) await enters('CANARY-wrong');
    await prompt.enters(['CANARY-wrong'], 'Unlock');
    const seconds = async (): Promise<number> => {
      const [, left] =
        /^Too many attempts\. Try again in (\d+) seconds?\.$/.exec((await prompt.says()).at(-1) ?? '') ?? [];
      return Number(left);
    };
    const before = await seconds();
    expect(before).toBeGreaterThan(2);
    expect(await prompt.canSubmit()).toBe(false);
    await phone.app.do('pass', { milliseconds: 2000 });
    await expect.poll(seconds).toBe(before - 2);
    await phone.app.do('pass', { milliseconds: before * 1000 });
    await expect.poll(async () => (await prompt.says()).at(-1)).toBe('You can try again now.');
    await expect.poll(() => prompt.canSubmit()).toBe(true);
    await prompt.enters(['CANARY-code'], 'Unlock');
    expect(await outcome).toEqual({ result: undefined });
  });
});

describe('to choose a passcode', () => {
  const RULES = 'At least 4 characters. No simple pattern, no common password.';

  it('says the rules first, and why it refuses one', async () => {
    await open(5);
    const [outcome] = await begins('choosePasscode');
    await expect.poll(() => prompt.says()).toEqual(['Choose a passcode', RULES]);
    const refused: readonly (readonly [first: string, second: string, says: string])[] = [
      ['123', '123', 'Use at least 4 characters.'],
      ['x'.repeat(129), '', 'Use at most 128 characters.'],
      ['ab\u0378c', '', 'The passcode has a character that is not allowed.'],
      ['1212', '1212', 'Too easy to guess: it repeats itself.'],
      ['1234', '4321', 'Too easy to guess: it is a simple sequence.'],
      ['P@ssw0rd!', '', 'Too easy to guess: it is one of the most used passwords.'],
      ['CANARY-code', 'CANARY-cod', 'The two passcodes differ.'],
    ];
    for (const [first, second, says] of refused) {
      await prompt.enters([first, second], 'Save');
      await expect.poll(() => prompt.says()).toEqual(['Choose a passcode', RULES, says]);
    }
    await prompt.enters(['CANARY-code', 'CANARY-code'], 'Save');
    expect(await outcome).toMatchObject({ result: { chosen: expect.stringMatching(/^[\w-]{22,64}$/) as string } });
  });

  it('does not judge what the app itself asked for', async () => {
    await open(5);
    const given = { mode: 1, entries: [], passcode: { text: '1234' } };
    expect(await session.call('replace', given, vault)).toEqual({ result: undefined });
  });
});
