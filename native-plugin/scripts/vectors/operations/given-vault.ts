import { ascii, hex, utf8, type Bytes } from '../../../src/core/codec/bytes.ts';
import { KIND } from '../../../src/core/codec/format-ids.ts';
import { sealAnchor } from '../../../src/core/slots/anchor-tag.ts';
import { normaliseNewPasscode } from '../../../src/core/slots/passcode.ts';
import { sealEnvelope } from '../../../src/core/slots/seal-envelope.ts';
import { anchorKeyName } from '../../../src/core/slots/storage-names.ts';
import { createVault } from '../../../src/core/store/write-vault.ts';
import { randomStream } from './labelled-bytes.ts';
import { newDevice } from './operation-device.ts';
import { ITERATIONS, OPERATION_SCOPE } from './operation-player.ts';
import { operationPorts } from './operation-ports.ts';
import type { Operation, OperationPolicy } from './operation-step.ts';

const OUR_KEY = anchorKeyName(OPERATION_SCOPE);

/** What is not as a writer would have it. */
interface Oddities {
  /** What becomes of the envelope before the anchor names it. */
  readonly changed?: (envelope: Bytes) => Bytes;
  /** That the anchor says it is of. */
  readonly scope?: Bytes;
  /** Its only slot is a dead one. */
  readonly isDead?: boolean;
}

/** A vault that nobody could write so often: with the passcode 1234 and one value, at this generation. */
export async function givenVault(
  policy: OperationPolicy,
  generation: number,
  { changed = (envelope) => envelope, scope = OPERATION_SCOPE, isDead = false }: Oddities = {},
): Promise<Extract<Operation, { op: 'store' }>> {
  const device = newDevice({ storage: 'separate', kem: 'rsa' });
  const random = await randomStream(ascii('given vault'));
  const run = { effects: [], killAfter: undefined, random, now: 0, keysStick: false, countsEvaluations: false };
  const ports = operationPorts(device, () => run, 1);
  const slot = { kind: KIND.appPasscode, passcode: normaliseNewPasscode('1234', 4), iterations: ITERATIONS };
  const values = new Map([['session', utf8('{"token":"one"}')]]);
  const place = { scope: OPERATION_SCOPE, over: undefined };
  const { vault, keys } = await createVault(ports, place, { policy, slots: [slot], values });

  const draft = { ...vault.envelope.header, generation };
  const bytes = changed((await sealEnvelope(ports, { draft, dek: keys.dek }, values)).bytes);
  const cur = { generation, digest: await ports.aead.digest(bytes) };
  const ourMac = { ...ports.anchorMac, mac: (_: string, data: Bytes) => ports.anchorMac.mac(OUR_KEY, data) };
  const anchor = await sealAnchor(ourMac, {
    ...vault.anchor,
    cur,
    scope,
    ...(isDead && { deadSlots: vault.anchor.keySlots }),
  });
  return { op: 'store', anchor: hex(anchor), envelope: hex(bytes), keys: [...device.keys.keys()] };
}
