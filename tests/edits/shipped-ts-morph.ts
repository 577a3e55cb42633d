import { join } from 'node:path';
import { root } from '../../scripts/lib/sample-app.mjs';

/** Where the tests of edits build ts-morph as it is shipped. */
export const shippedTsMorph = join(root, 'node_modules/.cache/identity-vault/ts-morph.js');
