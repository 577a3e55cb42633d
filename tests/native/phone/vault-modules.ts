/* The plugin's own modules, not by their names: it is compiled with the types of browsers, which these tests have not. */

export interface Row {
  readonly name: string;
  readonly on?: WorldOptions;
  readonly run: (world: unknown) => Promise<void>;
}

export interface WorldOptions {
  readonly biometrics?: 'none' | 'supported' | 'enrolled';
  readonly systemPasscode?: boolean;
}

interface DeviceOfPerson {
  facts(): Promise<unknown>;
  showBiometricPrompt(texts: object): Promise<void>;
}

export interface VaultService {
  readonly device: DeviceOfPerson;
  open(descriptor: unknown, settings: unknown): Promise<unknown>;
}

interface Modules {
  readonly BEHAVIOURS: readonly { readonly topic: string; readonly rows: readonly Row[] }[];
  readonly PASSCODE: string;
  readonly SETTINGS: Readonly<Record<string, unknown>>;
  readonly BridgedVaults: new (plugin: unknown, hello: unknown) => VaultService;
  readonly hello: (answer: unknown, at: string) => unknown;
}

const plugin = ['..', '..', '..', 'native-plugin'].join('/');
const from = async (path: string): Promise<object> => (await import(`${plugin}/${path}.ts`)) as object;

export const vaultModules = Object.assign(
  {},
  await from('tests/contract/behaviours/behaviours'),
  await from('tests/contract/world'),
  await from('src/vaults/bridged/bridged-vaults'),
  await from('src/vaults/bridged/hello'),
) as Modules;
