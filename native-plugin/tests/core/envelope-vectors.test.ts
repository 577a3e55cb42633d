import { describe, expect, it } from 'vitest';
import { LOADED_AT } from '../../scripts/vectors/anchor-cases.ts';
import type { EnvelopeBase } from '../../scripts/vectors/envelope-bases.ts';
import type { EnvelopeCase } from '../../scripts/vectors/envelope-case.ts';
import { applyEdits, unhex, type Edit } from '../../scripts/vectors/envelope-edit.ts';
import { hmacSha256 } from '../../scripts/vectors/fixed-devices.ts';
import { fixedDevice } from '../../scripts/vectors/fixed-ports.ts';
import { emptyDisk, fixedStores } from '../../scripts/vectors/fixed-stores.ts';
import { ecdhDeviceFunction } from '../../scripts/vectors/p256.ts';
import { concat, hex, u32, type Bytes } from '../../src/core/codec/bytes.ts';
import { PRF, type Kind } from '../../src/core/codec/format-ids.ts';
import { parseAnchor } from '../../src/core/codec/parse-anchor.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import { encodePayload, parsePayload } from '../../src/core/codec/payload.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { AnchorStore, CorePorts, SlotKem } from '../../src/core/ports/ports.ts';
import { assertScope, findSlot, openPayload, openSlot } from '../../src/core/slots/open-envelope.ts';
import { normalisePasscode } from '../../src/core/slots/passcode.ts';
import { anchorKeyName, deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { loadVault } from '../../src/core/store/load-vault.ts';
import { webCryptoAead } from '../../src/web/crypto/web-crypto-aead.ts';
import { webCryptoKdf } from '../../src/web/crypto/web-crypto-kdf.ts';
import { refusalOf, text } from './support/outcome.ts';
import { basesOf, casesOf } from './support/vector-texts.ts';

const aead = webCryptoAead();

type Expected =
  | { readonly error: string }
  | { readonly values: readonly (readonly [string, string])[] }
  | { readonly sha256: string }
  /** It parses. */
  | Readonly<Record<string, never>>;
type Case = Omit<EnvelopeCase, 'expect'> & { readonly expect: Expected };

describe('envelopes', () => {
  const bases = new Map((basesOf('envelopes.json') as readonly EnvelopeBase[]).map((base) => [base.name, base]));
  it.each(casesOf('envelopes.json') as readonly Case[])('$id: $why', async (each) => {
    const base = bases.get(each.base ?? '');
    const bytes = applyEdits(unhex(each.hex ?? base?.hex ?? ''), each.edits ?? []);
    if (each.level === 'compose') await compose(each);
    else if (each.truncate) await everyTruncation(bytes, each.truncate, (cut) => parseEnvelope(cut));
    else if ('error' in each.expect) {
      const task = each.level === 'parse' ? () => parseEnvelope(bytes) : () => open(bytes, each, base);
      expect(await refusalOf(task)).toBe(each.expect.error);
    } else if (each.level === 'parse') {
      parseEnvelope(bytes);
      expect(each.expect).toEqual({});
    } else expect({ values: await open(bytes, each, base) }).toEqual(each.expect);
  });
});

async function everyTruncation(bytes: Bytes, [from, to]: readonly [number, number], parse: (cut: Bytes) => unknown) {
  const refusals = new Set<string | undefined>();
  for (let length = from; length <= to; length++) refusals.add(await refusalOf(() => parse(bytes.slice(0, length))));
  expect([...refusals]).toEqual(['CORRUPT']);
  expect(to).toBe(bytes.length - 1);
}

/** FORMAT.md §6.4, step by step. */
async function open(bytes: Bytes, each: Case, base: EnvelopeBase | undefined) {
  const envelope = parseEnvelope(bytes);
  assertScope(envelope.header.scope, unhex(each.scope ?? base?.scope ?? ''));
  const slot = findSlot(envelope, (each.kind ?? base?.kind ?? 0) as Kind);
  const typed = each.passcode ?? base?.passcode;
  const credential = slot.head.kdf === 0 ? {} : { passcode: normalisePasscode(typed ?? '') };
  const opened = await openSlot(portsFor(each, base, slot.head.prf), { envelope, slot }, credential);
  const values = await openPayload(aead, envelope, opened.dek);
  return Array.from(values, ([key, value]) => [key, text(value)]);
}

function portsFor(
  each: Case,
  base: EnvelopeBase | undefined,
  prf: number,
): Pick<CorePorts, 'aead' | 'kdf' | 'kems' | 'deviceFunction'> {
  const keys = new Map<string, string>();
  if (base) {
    const { vaultId } = parseEnvelope(unhex(base.hex)).header;
    for (const slot of base.slots) keys.set(deviceKeyNames(vaultId, unhex(slot.slotId)).prf, slot.prfKey);
  }
  for (const name of each.missingKeys ?? []) keys.delete(name);
  for (const [name, key] of Object.entries(each.keys ?? {})) keys.set(name, key);

  const secrets = new Map(base?.slots.map(({ slotId, secret }) => [slotId, secret]) ?? []);
  for (const [slotId, secret] of Object.entries(each.secrets ?? {})) secrets.set(slotId, secret);
  const kem: SlotKem = {
    ...fixedDevice(0).ports.kems.biometric!,
    decapsulate: ({ name }) => {
      const secret = secrets.get(name.split('.')[2] ?? '');
      return secret === undefined ? Promise.reject(new CoreError('KEY_MISSING', name)) : Promise.resolve(unhex(secret));
    },
  };
  const f = prf === PRF.ecdh ? ecdhDeviceFunction : hmacSha256;
  const evaluate = async (name: string, input: Bytes) => {
    const key = keys.get(name);
    if (key === undefined) throw new CoreError('KEY_MISSING', name);
    return f(unhex(key), input);
  };
  const deviceFunction = { ...fixedDevice(0).ports.deviceFunction, evaluate };
  return { aead, kdf: webCryptoKdf, kems: { biometric: kem, deviceCredential: kem }, deviceFunction };
}

interface Composition {
  readonly header: string;
  readonly dek: string;
  readonly payloadNonce: string;
  readonly key: string;
  readonly byte: string;
  readonly length: number;
}

async function compose({ compose: rule, expect: expected }: Case) {
  const { header, dek, payloadNonce, key, byte, length } = rule as Composition;
  const value = new Uint8Array(length).fill(Number.parseInt(byte, 16));
  const handle = await aead.importDek(unhex(dek));
  const nonce = unhex(payloadNonce);
  const binding = { nonce, aad: unhex(header), salt: unhex(header).slice(6, 22) };
  const ciphertext = await aead.seal(handle, encodePayload(new Map([[key, value]])), binding);
  const envelope = concat(unhex(header), nonce, u32(ciphertext.length), ciphertext);
  expect({ sha256: hex(await aead.digest(envelope)) }).toEqual(expected);
  const opened = await aead.open(handle, parseEnvelope(envelope).ciphertext, binding);
  expect(hex(await aead.digest(parsePayload(opened!).get(key)!))).toBe(hex(await aead.digest(value)));
}

interface AnchorBase {
  readonly name: string;
  readonly hex: string;
  readonly scope: string;
  readonly anchorKey: string;
}

interface AnchorCase {
  readonly id: string;
  readonly why: string;
  readonly level: string;
  readonly base: string;
  readonly anchor?: string | null;
  readonly edits?: readonly Edit[];
  readonly truncate?: readonly [number, number];
  readonly envelope?: string;
  readonly envelopeHex?: string;
  readonly former?: string;
  /** It is not on this device. */
  readonly anchorKey?: null;
  readonly expect: {
    readonly error?: string;
    readonly generation?: number;
    readonly anchor?: string;
    readonly writes?: number;
    readonly attempts?: number;
    readonly destroyed?: readonly string[];
    readonly dead?: readonly string[];
  };
}

describe('anchors', () => {
  const bases = basesOf('anchors.json') as readonly AnchorBase[];
  const settled = bases.find(({ name }) => name === 'settled')!;

  it.each(casesOf('anchors.json') as readonly AnchorCase[])('$id: $why', async (each) => {
    const bytes = each.anchor === null ? undefined : applyEdits(unhex(each.anchor ?? settled.hex), each.edits ?? []);
    if (each.truncate) await everyTruncation(bytes!, each.truncate, parseAnchor);
    else if (each.level === 'parse') expect(await refusalOf(() => parseAnchor(bytes!))).toBe(each.expect.error);
    else await load(each, bytes);
  });

  async function load(each: AnchorCase, anchor: Bytes | undefined) {
    const { envelope, envelopeHex, former, expect: expected } = each;
    const disk = emptyDisk();
    const envelopeBytes = envelopeHex ?? bases.find(({ name }) => name === envelope)?.hex;
    if (anchor) disk.anchors.set(settled.scope, anchor);
    if (envelopeBytes !== undefined) disk.blobs.set(settled.scope, unhex(envelopeBytes));
    const formerBytes = bases.find(({ name }) => name === former)?.hex;
    if (formerBytes !== undefined) disk.formers.set(settled.scope, unhex(formerBytes));
    const before = { anchor, envelope: disk.blobs.get(settled.scope) };
    let writes = 0;
    let last = anchor;
    const { ports, ring } = fixedDevice(1);
    if (each.anchorKey !== null) ring.set(anchorKeyName(unhex(settled.scope)), unhex(settled.anchorKey));
    const stores = fixedStores(disk);
    const anchors: AnchorStore = {
      ...stores.anchors,
      replace: (...write) => {
        writes += 1;
        last = write[2];
        return stores.anchors.replace(...write);
      },
    };
    const destroyed: string[] = [];
    const deviceFunction = {
      ...ports.deviceFunction,
      destroy: (key: string) => Promise.resolve(void destroyed.push(key.split('.')[2] ?? '')),
    };

    let code: string | undefined;
    let vault: Awaited<ReturnType<typeof loadVault>>;
    code = await refusalOf(async () => {
      const parts = { ...ports, deviceFunction, anchors, blobs: stores.blobs, clock: { now: () => LOADED_AT } };
      vault = await loadVault(parts, unhex(settled.scope));
    });
    if (code === undefined && vault === undefined) code = 'NOT_FOUND';
    expect(code).toBe(expected.error);
    if (expected.generation !== undefined) {
      const { header } = vault!.envelope;
      expect([header.generation, writes, vault!.anchor.attempts]).toEqual([
        expected.generation,
        expected.writes,
        expected.attempts ?? 0,
      ]);
      expect(parseEnvelope(disk.blobs.get(settled.scope)!).header.generation).toBe(expected.generation);
      expect(hex(disk.anchors.get(settled.scope)!)).toBe(expected.anchor);
      expect(destroyed).toEqual(expected.destroyed ?? []);
      expect(vault!.anchor.deadSlots.map(hex)).toEqual(expected.dead ?? []);
    } else if (code !== 'NOT_FOUND' && code !== 'TOO_MANY_ATTEMPTS') {
      const after = { anchor: disk.anchors.get(settled.scope), envelope: disk.blobs.get(settled.scope) };
      expect({ writes, after }).toEqual({ writes: 0, after: before });
    } else {
      expect(disk).toEqual(emptyDisk());
      if (anchor && last) {
        const found = { error: code, anchor: hex(last), writes, destroyed };
        expect(found).toEqual(expected);
      }
    }
  }
});
