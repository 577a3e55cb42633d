import type { PasscodePrompt } from '../vaults/local/platform.ts';

/** The built-in prompt with a scripted person before it: enters the passcode once, and gives up when it is refused. */
export class ScriptedPrompt implements PasscodePrompt {
  /** `undefined`: the person cancels. */
  passcode: string | undefined;
  count = 0;

  constructor(passcode: string) {
    this.passcode = passcode;
  }

  async enter(submit: (passcode: string) => Promise<string | undefined>): Promise<boolean> {
    this.count += 1;
    return this.passcode !== undefined && (await submit(this.passcode)) === undefined;
  }

  choose(complaint: (passcode: string) => string | undefined): Promise<string | undefined> {
    this.count += 1;
    const isAccepted = this.passcode !== undefined && complaint(this.passcode) === undefined;
    return Promise.resolve(isAccepted ? this.passcode : undefined);
  }
}
