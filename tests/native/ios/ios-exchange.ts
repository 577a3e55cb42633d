import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '../phone/session.ts';
import { IosPhone, iosStateOf } from './ios-phone.ts';
import { keychainItem, namedBytes, type KeychainItem } from './keychain-items.ts';

type Entries = readonly (readonly [key: string, value: string])[];

/** A vault of the descriptor `{ key }`; bytes are hexadecimal. */
export interface AskedOfPhone {
  readonly key: string;
  readonly scope: string;
  readonly passcode: string;
  readonly values: Entries;
}

export interface SealedOfPhone extends AskedOfPhone {
  readonly envelope: string;
  readonly anchor: string;
  /** What the phone never gives out: its Secure Enclave's scalars and the Keychain's bytes, by name. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface FoundOnPhone {
  readonly values: Entries;
  readonly byBiometrics: Entries;
  readonly anchor: string;
}

const mode = 2;
const settings = {
  ...{ mode, lockAfter: null, hideScreen: false, wipeAtMax: true, maxAttempts: 5 },
  onEnrollmentChange: 'requireOther',
};

/** A vault that the plugin made, with the keys of its phone. */
export async function sealOnPhone(executable: string, asked: AskedOfPhone): Promise<SealedOfPhone> {
  return onPhone(executable, async (phone) => {
    const { session, vault } = await opened(phone, asked);
    const entries = asked.values.map(([key, json]) => ({ key, json }));
    await done(session.call('replace', { mode, entries, passcode: { text: asked.passcode } }, vault));
    await phone.quit();
    const { [asked.scope]: anchor = '', ...keys } = namedBytes(itemsOf(phone));
    const [file = ''] = filesOf(phone).filter((path) => path.endsWith(`${asked.scope}.idv1`));
    return { ...asked, envelope: readFileSync(file).toString('hex'), anchor, keys };
  });
}

/** What the plugin finds in a vault that was made elsewhere, on a phone with the same keys. */
export async function openOnPhone(executable: string, sealed: SealedOfPhone): Promise<FoundOnPhone> {
  return onPhone(executable, async (phone) => {
    await install(phone, sealed);
    const { session, vault } = await opened(phone, sealed);
    const read = async (call: string, given: Readonly<Record<string, unknown>>): Promise<Entries> => {
      await done(session.call(call, given, vault));
      const entries = (await done(session.call('readAll', {}, vault))) as { key: string; json: string }[];
      await done(session.call('lock', {}, vault));
      return entries.map(({ key, json }) => [key, json] as const).sort(byBytes);
    };
    const byBiometrics = await read('unlock', { only: 1 });
    const values = await read('unlockWithPasscode', { passcode: { text: sealed.passcode } });
    await phone.quit();
    return { values, byBiometrics, anchor: namedBytes(itemsOf(phone))[sealed.scope] ?? '' };
  });
}

async function onPhone<Result>(executable: string, use: (phone: IosPhone) => Promise<Result>): Promise<Result> {
  const phone = new IosPhone(executable, iosStateOf({}));
  try {
    return await use(phone);
  } finally {
    await phone.throwAway();
  }
}

/** Where the app was started before: what is there at its first start is deleted as another installation's. */
async function install(phone: IosPhone, { scope, envelope, anchor, keys, key, ...rest }: SealedOfPhone): Promise<void> {
  const { session, vault } = await opened(phone, { scope, key, ...rest });
  await done(session.call('status', {}, vault));
  await phone.quit();
  const made = Object.entries({ ...keys, [scope]: anchor }).map(([name, bytes]) => keychainItem(name, bytes));
  phone.change({ items: [...itemsOf(phone), ...made] });
  const [marker = ''] = filesOf(phone).filter((path) => path.endsWith('installed'));
  writeFileSync(join(marker, '..', `${scope}.idv1`), Buffer.from(envelope, 'hex'));
}

async function opened(phone: IosPhone, { key }: AskedOfPhone): Promise<{ session: Session; vault: string }> {
  const session = new Session(await phone.launch());
  const vault = await done(session.call('open', { descriptor: { key }, settings }));
  return { session, vault: vault as string };
}

async function done(call: ReturnType<Session['call']>): Promise<unknown> {
  const { result, code, data } = await call;
  if (code !== undefined) throw new Error(`${code}: ${JSON.stringify(data)}`);
  return result;
}

/** In the order of the payload; the bridge promises none. */
function byBytes([one]: Entries[number], [other]: Entries[number]): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function itemsOf(phone: IosPhone): readonly KeychainItem[] {
  return phone.state['items'] as readonly KeychainItem[];
}

function filesOf({ folder }: IosPhone): readonly string[] {
  const library = join(folder, 'Library');
  return readdirSync(library, { recursive: true, encoding: 'utf8' }).map((name) => join(library, name));
}
