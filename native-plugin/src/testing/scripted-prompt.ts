import type { ChoiceRequest, EntryRequest, PasscodePrompt } from '../vaults/local/passcode-prompt.ts';

/** The built-in prompt with a scripted person before it: enters the passcode once, and gives up when it is refused. */
export class ScriptedPrompt implements PasscodePrompt {
  /** `undefined`: the person cancels. */
  passcode: string | undefined;
  count = 0;

  constructor(passcode: string) {
    this.passcode = passcode;
  }

  async enter({ submit }: Pick<EntryRequest, 'submit'>): Promise<boolean> {
    this.count += 1;
    return this.passcode !== undefined && (await submit(this.passcode)) === undefined;
  }

  choose({ flawOf }: Pick<ChoiceRequest, 'flawOf'>): Promise<string | undefined> {
    this.count += 1;
    const isAccepted = this.passcode !== undefined && flawOf(this.passcode) === undefined;
    return Promise.resolve(isAccepted ? this.passcode : undefined);
  }
}
