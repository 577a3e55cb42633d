// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs with one fault each, what watches for it, and what is said then. */
const FAULTS = [
  { fault: 'race', watched: 'thread', says: 'WARNING: ThreadSanitizer' },
  { fault: 'overflow', watched: 'address', says: 'heap-buffer-overflow' },
  { fault: 'leak', watched: 'address', says: 'detected memory leaks' },
];

/**
 * That nothing is found in the core says nothing where nothing can be found.
 *
 * @param {(argv: readonly string[]) => Promise<string>} withSwift rejects where the command fails
 * @returns {Promise<string>}
 * @throws where a fault stays unnoticed
 */
export async function noticePlantedFaults(withSwift) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-planted-'));
  try {
    for (const { fault, watched, says } of FAULTS) {
      const source = fileURLToPath(new URL(`planted/${fault}.swift`, import.meta.url));
      const program = join(folder, fault);
      await withSwift(['swiftc', `-sanitize=${watched}`, source, '-o', program]);
      const printed = await withSwift([program]).catch(String);
      if (!printed.includes(says)) throw new Error(`${fault} stays unnoticed. It printed: ${printed}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return `${FAULTS.map(({ fault }) => fault).join(', ')}: noticed`;
}
