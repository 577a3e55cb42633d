import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';

import { IdentityService } from '../identity/identity.service';
import { clockOf } from './expiry';

/** Counts down to the lock in the title of the tab: all that can be seen of an app out of sight. */
@Injectable({ providedIn: 'root' })
export class TabTitle {
  private readonly document = inject(DOCUMENT);
  private readonly identity = inject(IdentityService);
  private own = '';
  private shown = '';
  private clock: ReturnType<typeof setInterval> | undefined;
  /** In milliseconds; 0 = out of sight it doesn't lock. */
  lockAfter = 0;

  constructor() {
    const look = () => {
      this.stop();
      if (this.document.hidden && this.lockAfter > 0 && this.isOpen()) {
        this.countDown(Date.now() + this.lockAfter);
      }
    };
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      this.stop();
      this.document.removeEventListener('visibilitychange', look);
    });
  }

  set(title: string): void {
    this.document.title = title;
  }

  private isOpen(): boolean {
    return this.identity.isSignedIn() && !this.identity.isLocked();
  }

  private countDown(end: number): void {
    this.own = this.document.title;
    const show = () => {
      if (!this.isOpen()) {
        this.stop();
        return;
      }
      this.shown = `Locks in ${clockOf(end - Date.now())} · ${this.own}`;
      this.document.title = this.shown;
    };
    show();
    this.clock = setInterval(show, 1000);
  }

  private stop(): void {
    clearInterval(this.clock);
    // The next page may have a title of its own already.
    if (this.shown !== '' && this.document.title === this.shown) {
      this.document.title = this.own;
    }
    this.shown = '';
  }
}
