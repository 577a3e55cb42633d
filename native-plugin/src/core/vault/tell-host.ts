import type { CoreHost } from '../ports/core-host.ts';
import type { StateEffect } from '../state/state-event.ts';

/** What of the effects is the host's alone. */
type HostEffect = Extract<
  StateEffect,
  {
    type:
      'notifyLocked' | 'notifyErased' | 'notifyIdle' | 'notifyActive' | 'cover' | 'uncover' | 'uncoverWhenAcknowledged';
  }
>;

/** Performs what only the platform can. */
export function tellHost(host: CoreHost, effect: HostEffect): void {
  switch (effect.type) {
    case 'notifyLocked':
      host.onLocked({ saved: effect.saved, timeout: effect.timeout });
      break;
    case 'notifyErased':
      host.onErased();
      break;
    case 'notifyIdle':
      host.onIdle?.(effect.remaining);
      break;
    case 'notifyActive':
      host.onActive?.();
      break;
    case 'cover':
    case 'uncover':
      host[effect.type]();
      break;
    case 'uncoverWhenAcknowledged':
      host.uncoverWhenAcknowledged(effect.limit);
  }
}
