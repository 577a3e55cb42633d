import type { PhoneCommand } from '../../../scripts/native/android/android-phone.mjs';
import { HostLines, type Ears } from '../phone/host-lines.ts';

const DEAF: Ears = { tell: () => undefined, print: () => undefined };

/** A computer that is one phone after the other: `native-plugin/android/test-host/phone`. Android takes long to start. */
export class AndroidMachine {
  readonly lines: HostLines;
  #ears = DEAF;

  constructor(command: PhoneCommand, sdk: number) {
    this.lines = new HostLines(command(sdk), {
      tell: (told) => this.#ears.tell(told),
      print: (text) => this.#ears.print(text),
    });
  }

  listen(ears: Ears): void {
    this.#ears = ears;
  }

  /** The app is gone, the computer goes on. */
  async killApp(): Promise<void> {
    this.lines.giveUp('the app was ended');
    await this.lines.do('kill');
  }

  turnOff(): Promise<void> {
    return this.lines.end();
  }
}
