import { join } from 'node:path';
import { root } from '../../scripts/lib/sample-app.mjs';

/** Where ts-morph is built as it is shipped, for the suites that run the tool's own edits or start it as a process. */
export const shippedTsMorph = join(root, 'node_modules/.cache/identity-vault/ts-morph.js');
