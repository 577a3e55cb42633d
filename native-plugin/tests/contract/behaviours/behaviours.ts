import type { Behaviour } from '../world.ts';
import { device } from './device.ts';
import { events } from './events.ts';
import { keys } from './keys.ts';
import { leases } from './leases.ts';
import { locking } from './locking.ts';
import { opening } from './opening.ts';
import { processes } from './processes.ts';
import { screen } from './screen.ts';
import { timeouts } from './timeouts.ts';
import { unlocking } from './unlocking.ts';
import { values } from './values.ts';

interface Topic {
  readonly topic: string;
  readonly rows: readonly Behaviour[];
}

/** All that is documented of `VaultService` and `OpenVault`. */
export const BEHAVIOURS: readonly Topic[] = [
  { topic: 'opening', rows: opening },
  { topic: 'values', rows: values },
  { topic: 'modes and keys', rows: keys },
  { topic: 'unlocking', rows: unlocking },
  { topic: 'locking and erasing', rows: locking },
  { topic: 'timeouts', rows: timeouts },
  { topic: 'leases', rows: leases },
  { topic: 'events', rows: events },
  { topic: 'the screen', rows: screen },
  { topic: 'the device', rows: device },
  { topic: 'processes', rows: processes },
];
