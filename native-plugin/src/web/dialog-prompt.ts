import { inTurn as oneByOne } from '../core/vault/in-turn.ts';
import type { PasscodePrompt } from '../vaults/local/platform.ts';
import { passcodeDialog } from './passcode-dialog.ts';

const ENTER = { title: 'Enter your passcode', fields: ['Passcode'], submit: 'Unlock', cancel: 'Cancel' };
const CHOOSE = {
  title: 'Choose a passcode',
  fields: ['New passcode', 'Repeat passcode'],
  submit: 'Save',
  cancel: 'Cancel',
};

/** The built-in prompt of the web: our dialog, one at a time. */
export function dialogPrompt(): PasscodePrompt {
  const inTurn = oneByOne();

  return {
    enter: (submit) => inTurn(() => passcodeDialog(ENTER, ([passcode = '']) => submitEntry(passcode, submit))),

    choose: (complaint) =>
      inTurn(async () => {
        let chosen: string | undefined;
        const isChosen = await passcodeDialog(CHOOSE, ([passcode = '', repeated = '']) => {
          chosen = passcode;
          const isRepeated = passcode === repeated;
          return Promise.resolve(complaint(passcode) ?? (isRepeated ? undefined : 'The two passcodes differ.'));
        });
        return isChosen ? chosen : undefined;
      }),
  };
}

/** An empty field is a slip, never an attempt. */
function submitEntry(
  passcode: string,
  submit: (passcode: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  return passcode === '' ? Promise.resolve('Enter your passcode.') : submit(passcode);
}
