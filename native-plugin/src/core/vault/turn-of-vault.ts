import { hex, type Bytes } from '../codec/bytes.ts';
import type { CorePorts } from '../ports/ports.ts';
import { vaultLockName } from '../slots/storage-names.ts';
import type { Turn } from './in-turn.ts';

/** Where several processes share the storage, their operations are kept apart. FORMAT.md §9. */
export function turnOfVault({ mutex }: Pick<CorePorts, 'mutex'>, scope: Bytes): Turn {
  return (task) => (mutex ? mutex(vaultLockName(hex(scope)), task) : task());
}
