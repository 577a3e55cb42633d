import type { Options } from '../../options/options.ts';
import type { AngularVersions } from './code-shape.ts';
import { ionicImport } from './spelling.ts';
import { part } from './templates.ts';

/** Where the passcode is asked for: by the vault, or in the generated modal, for which specs have a stand-in. */
export function passcodeValues({ passcodePrompt }: Options, versions: AngularVersions): Record<string, string> {
  const isCustom = passcodePrompt === 'custom';
  const provider = versions.shape.ionic === 'module' ? 'IonicModule' : 'provideIonicAngular';
  const inTests = isCustom ? [provider, 'ModalController'].sort(byLetter) : [provider];
  return {
    serviceIonicImport: ionicImport([...(isCustom ? ['ModalController'] : []), 'Platform'], versions),
    navigationIonicImport: ionicImport(['NavController'], versions),
    testingIonicImport: ionicImport(inTests, versions),
    ...(isCustom ? fromModal(versions) : fromVault(versions)),
  };
}

function fromVault(versions: AngularVersions) {
  return {
    modalsField: '',
    onPasscodeRequest: part('passcode-from-vault.ts', versions),
    passcodeTests: part('passcode-from-vault.spec.ts', versions),
    testingNames: 'session, setUp',
    answeringModals: '',
    modalProviders: '',
    cancelPasscode: 'device.cancelPrompts();',
  };
}

function fromModal(versions: AngularVersions) {
  const providers = ['AnsweringModals', '{ provide: ModalController, useExisting: AnsweringModals }'];
  return {
    modalsField: '\n  private readonly modals = inject(ModalController);',
    onPasscodeRequest: part('passcode-from-modal.ts', versions),
    passcodeTests: part('passcode-from-modal.spec.ts', versions),
    testingNames: 'AnsweringModals, session, setUp',
    answeringModals: `${part('answering-modals.ts', versions)}\n`,
    modalProviders: providers.map((provider) => `\n      ${provider},`).join(''),
    cancelPasscode: "identity.onPasscodeRequest = () => Promise.resolve('');",
  };
}

function byLetter(one: string, other: string): number {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
}
