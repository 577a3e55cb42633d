/** As the fake phone writes it down; see `KeychainItem` of the fakes. */
export interface KeychainItem {
  readonly itemClass: 'genericPassword' | 'key';
  readonly identity: Readonly<Record<string, string>>;
  readonly access: {
    readonly protection: string;
    readonly flags: number;
    readonly enrolment: number;
    readonly passcodeEpoch: number;
  };
  /** In base64: of a key its private scalar. */
  readonly secret: string;
}

const BUNDLE = 'com.example.app';
const group = { agrp: `TEAM.${BUNDLE}` };
const PRIVATE_KEY_USAGE = 2 ** 30;
const BIOMETRY_CURRENT_SET = 2 ** 3;

/** An item of FORMAT.md §18.1, of a phone on which one person is enrolled. @param name of FORMAT.md §17 */
export function keychainItem(name: string, hex: string): KeychainItem {
  const isOfPerson = name.endsWith('.kem');
  const isKey = isOfPerson || name.endsWith('.prf');
  const enclave = { atag: base64(name), type: '73', kcls: '1', tkid: 'com.apple.setoken', ...group };
  const flags = isOfPerson ? PRIVATE_KEY_USAGE + BIOMETRY_CURRENT_SET : isKey ? PRIVATE_KEY_USAGE : 0;
  return {
    itemClass: isKey ? 'key' : 'genericPassword',
    identity: isKey ? enclave : { svce: `idv1.${BUNDLE}`, acct: name, ...group },
    access: { protection: isOfPerson ? 'akpu' : 'cku', flags, enrolment: 1, passcodeEpoch: 0 },
    secret: Buffer.from(hex, 'hex').toString('base64'),
  };
}

/** Keys, and the anchor under its scope; not what only the phone needs. */
export function namedBytes(items: readonly KeychainItem[]): Readonly<Record<string, string>> {
  const named = items.map((item) => [nameOf(item), item] as const);
  const kept = named.filter(([name, { itemClass }]) => name !== 'idv1.group' && !isNote(name, itemClass));
  return Object.fromEntries(kept.map(([name, { secret }]) => [name, Buffer.from(secret, 'base64').toString('hex')]));
}

/** Who was enrolled when a key was made: under the key's own name. */
function isNote(name: string, itemClass: KeychainItem['itemClass']): boolean {
  return itemClass === 'genericPassword' && name.endsWith('.kem');
}

function nameOf({ identity }: KeychainItem): string {
  const { atag, acct = '' } = identity;
  return atag === undefined ? acct : Buffer.from(atag, 'base64').toString('utf8');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
