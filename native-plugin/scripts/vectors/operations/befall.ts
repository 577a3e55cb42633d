import { ascii } from '../../../src/core/codec/bytes.ts';
import { unhex } from '../envelope-edit.ts';
import { labelled } from './labelled-bytes.ts';
import type { OperationDevice } from './operation-device.ts';
import type { OperationStep } from './operation-step.ts';

/** What happens to the device, and not by an operation. */
export async function befall(device: OperationDevice, step: OperationStep): Promise<void> {
  if (step.op === 'enrol') {
    for (const key of device.kemKeys.values()) key.isLive &&= key.survivesEnrolment;
  }
  if (step.op === 'loseKeys') {
    for (const name of [...device.keys.keys()]) if (name.endsWith('.prf')) device.keys.delete(name);
  }
  if (step.op === 'store') {
    device.anchor = unhex(step.anchor);
    device.envelope = unhex(step.envelope);
    for (const name of step.keys) device.keys.set(name, await labelled('key', ascii(name)));
  }
  if (step.op === 'loseAnchorWrites') {
    for (let left = step.count; left > 0; left--) device.anchor = device.formerAnchors.pop();
  }
}
