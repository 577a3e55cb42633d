import { LIMIT } from '../../core/codec/format-limits.ts';
import { inTurn as oneByOne } from '../../core/vault/in-turn.ts';
import type { PasscodePromptOptions } from '../../definitions/passcode-prompt.ts';
import type { ChoiceRequest, EntryRefusal, EntryRequest, PasscodePrompt } from '../../vaults/local/passcode-prompt.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { PasscodeDialog, type Complaint } from './passcode-dialog.ts';
import { weaknessOf } from './weak-passcode.ts';
import { wordingOf, type Wording } from './wording.ts';

/** The built-in prompt of the web: our dialog, one at a time. */
export function dialogPrompt(): PasscodePrompt {
  const inTurn = oneByOne();
  const focus = new FocusKeeper();
  return {
    enter: (request) => inTurn(() => enter(request, focus)),
    choose: (request) => inTurn(() => choose(request, focus)),
  };
}

function enter({ options, submit, attemptsLeft }: EntryRequest, focus: FocusKeeper): Promise<boolean> {
  const wording = wordingOfPage(options);
  const { say } = wording;
  const content = { title: say('unlockTitle'), fields: [say('passcode')], submit: say('unlock') };
  const dialog = new PasscodeDialog(wording, content, focus);
  let hasFailed = false;
  const warn = async (): Promise<void> => dialog.note(warningOf(await left(attemptsLeft), hasFailed, wording));

  void warn();
  return dialog.ask(async ([passcode = '']) => {
    // An empty field is a slip, never an attempt.
    if (passcode === '') return { text: say('empty') };
    const refusal = await submit(passcode);
    if (!refusal) return undefined;
    hasFailed = true;
    await warn();
    return complaintOf(refusal, wording);
  });
}

async function choose({ options, rules, flawOf }: ChoiceRequest, focus: FocusKeeper): Promise<string | undefined> {
  const wording = wordingOfPage(options);
  const { say } = wording;
  const given = { min: rules.minLength, max: rules.maxLength };
  const content = {
    title: say('chooseTitle'),
    rules: say('rules', given),
    fields: [say('newPasscode'), say('repeatPasscode')],
    submit: say('save'),
  };
  const dialog = new PasscodeDialog(wording, content, focus);
  let chosen: string | undefined;
  const isChosen = await dialog.ask(([passcode = '', repeated = '']) => {
    chosen = passcode;
    const flaw = flawOf(passcode) ?? weaknessOf(passcode) ?? (passcode === repeated ? undefined : 'different');
    return Promise.resolve(flaw && { text: say(flaw, given) });
  });
  return isChosen ? chosen : undefined;
}

/** Of the page at this moment: an app may change its language at any time. */
function wordingOfPage(options: PasscodePromptOptions): Wording {
  return wordingOf(options, [document.documentElement.lang, ...navigator.languages]);
}

/** A warning that can't be given keeps nobody from unlocking. */
async function left(attemptsLeft: () => Promise<number | null>): Promise<number | null> {
  try {
    return await attemptsLeft();
  } catch {
    return null;
  }
}

/** Twice before the vault is erased, and after every failure. */
function warningOf(attempts: number | null, hasFailed: boolean, { say }: Wording): string {
  if (attempts === 1) return say('lastAttempt');
  if (attempts === 2) return say('secondLastAttempt');
  return attempts !== null && attempts > 2 && hasFailed ? say('attemptsLeft', { count: attempts }) : '';
}

function complaintOf(refusal: EntryRefusal, { say, time }: Wording): Complaint {
  switch (refusal.reason) {
    case 'wrong':
      return { text: say('wrong') };
    case 'impossible':
      return { text: say('impossible', { min: LIMIT.passcodeMin, max: LIMIT.passcodeMax }) };
    case 'tooEarly':
      return {
        text: say('tooEarly', { time: time(refusal.retryAfter) }),
        wait: {
          milliseconds: refusal.retryAfter,
          text: (remaining) => say('tooEarly', { time: time(remaining) }),
          over: say('tryAgain'),
        },
      };
  }
}
