// @ts-check
// node typescript-host.mjs BUNDLE PART DEVICE: plays a part of a story on the device in that file.
// BUNDLE is native-plugin/tests/support/hand-over/hand-over.ts, built. Tests start it: tests/cores/hand-over.test.ts.
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle = '', part = '', device = ''] = process.argv.slice(2);
/** @type {{ playPart(part: unknown, place: object): Promise<void> }} */
const { playPart } = await import(pathToFileURL(bundle).href);

await playPart(JSON.parse(readFileSync(part, 'utf8')), {
  device: existsSync(device) ? readFileSync(device, 'utf8') : undefined,
  save(/** @type {string} */ text) {
    // Never half of it: the process can be killed at any moment.
    writeFileSync(`${device}.next`, text);
    renameSync(`${device}.next`, device);
  },
  awaitDeath() {
    writeSync(1, 'waits\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
