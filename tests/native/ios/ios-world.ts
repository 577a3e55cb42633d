import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PhoneWorld } from '../phone/phone-world.ts';
import type { WorldOptions } from '../phone/vault-modules.ts';
import { IosPhone, type PhoneState } from './ios-phone.ts';

/** The world of `native-plugin/tests/contract` on a fake iPhone. */
export class IosWorld extends PhoneWorld<IosPhone> {
  constructor(executable: string, options: WorldOptions = {}) {
    super(new IosPhone(executable, phoneFor(options)));
  }

  damage(): Promise<void> {
    const library = join(this.phone.folder, 'Library');
    const files = readdirSync(library, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.idv1(\.old)?$/.test(name))) {
      writeFileSync(join(library, file), 'no envelope');
    }
    return Promise.resolve();
  }
}

/** A phone with someone enrolled has a passcode, too. */
function phoneFor({ biometrics = 'none', systemPasscode = false }: WorldOptions): PhoneState {
  return {
    biometry: biometrics === 'none' ? 'none' : 'touchID',
    enrolment: biometrics === 'enrolled' ? 1 : 0,
    isPasscodeSet: systemPasscode || biometrics === 'enrolled',
  };
}
