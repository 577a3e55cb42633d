import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PhoneWorld } from '../phone/phone-world.ts';
import type { WorldOptions } from '../phone/vault-modules.ts';
import type { AndroidMachine } from './android-machine.ts';
import { AndroidPhone, type AndroidState } from './android-phone.ts';

/** The world of `native-plugin/tests/contract` on a fake phone with Android. */
export class AndroidWorld extends PhoneWorld<AndroidPhone> {
  constructor(machine: AndroidMachine, options: WorldOptions = {}) {
    super(new AndroidPhone(machine, phoneFor(options)));
  }

  damage(): Promise<void> {
    const folder = join(this.phone.folder, 'no_backup');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.idv1'))) {
      writeFileSync(join(folder, file), 'no envelope');
    }
    return Promise.resolve();
  }
}

/** A phone with someone enrolled has a screen lock, too. */
function phoneFor({ biometrics = 'none', systemPasscode = false }: WorldOptions): AndroidState {
  return {
    sensor: biometrics === 'none' ? 'none' : 'fingerprint',
    enrolment: biometrics === 'enrolled' ? 1 : 0,
    isScreenLockSet: systemPasscode || biometrics === 'enrolled',
  };
}
