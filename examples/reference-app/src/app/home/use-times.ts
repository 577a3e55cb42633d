import { DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';

import { IdentityService } from '../identity/identity.service';

/** What a person does. The vault takes the same for a sign of one. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;

/** Since when the vault has been open, and in use. For display only: the vault has clocks of its own. */
@Injectable({ providedIn: 'root' })
export class UseTimes {
  private readonly identity = inject(IdentityService);
  private readonly opened = signal(Date.now());
  private readonly used = signal(Date.now());

  /** Milliseconds since 1970, as everything here. */
  readonly openedAt = this.opened.asReadonly();
  readonly usedAt = this.used.asReadonly();

  constructor() {
    for (const sign of SIGNS) {
      addEventListener(sign, this.notice, { capture: true, passive: true });
    }
    inject(DestroyRef).onDestroy(() => {
      for (const sign of SIGNS) {
        removeEventListener(sign, this.notice, { capture: true });
      }
    });
    effect(() => {
      if (this.identity.isSignedIn() && !this.identity.isLocked()) {
        untracked(() => {
          this.opened.set(Date.now());
          this.used.set(Date.now());
        });
      }
    });
  }

  private readonly notice = ({ isTrusted }: Event): void => {
    if (isTrusted) {
      this.used.set(Date.now());
    }
  };
}
