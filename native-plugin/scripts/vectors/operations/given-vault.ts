import { ascii, hex, utf8 } from '../../../src/core/codec/bytes.ts';
import { KIND } from '../../../src/core/codec/format-ids.ts';
import { sealAnchor } from '../../../src/core/slots/anchor-tag.ts';
import { normaliseNewPasscode } from '../../../src/core/slots/passcode.ts';
import { sealEnvelope } from '../../../src/core/slots/seal-envelope.ts';
import { createVault } from '../../../src/core/store/write-vault.ts';
import { randomStream } from './labelled-bytes.ts';
import { newDevice } from './operation-device.ts';
import { ITERATIONS, OPERATION_SCOPE } from './operation-player.ts';
import { operationPorts } from './operation-ports.ts';
import type { Operation, OperationPolicy } from './operation-step.ts';

/** A vault that nobody could write so often: with the passcode 1234 and one value, at this generation. */
export async function givenVault(
  policy: OperationPolicy,
  generation: number,
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
  const { bytes } = await sealEnvelope(ports, { draft, dek: keys.dek }, values);
  const cur = { generation, digest: await ports.aead.digest(bytes) };
  const anchor = await sealAnchor(ports.anchorMac, { ...vault.anchor, cur });
  return { op: 'store', anchor: hex(anchor), envelope: hex(bytes), keys: [...device.keys.keys()] };
}
