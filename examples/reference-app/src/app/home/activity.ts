import { effect, inject, Injectable, signal, untracked } from '@angular/core';

import { IdentityService } from '../identity/identity.service';

/** Something that happened, in words for a person. */
export interface ActivityEntry {
  readonly id: number;
  readonly at: Date;
  readonly text: string;
}

const MOST_ENTRIES = 50;

/** What happened to the vault since the app was started. Nothing of a session is in it. */
@Injectable({ providedIn: 'root' })
export class Activity {
  private readonly identity = inject(IdentityService);
  private readonly list = signal<readonly ActivityEntry[]>([]);
  private count = 0;
  private before: string | undefined;

  /** Newest first. */
  readonly entries = this.list.asReadonly();

  constructor() {
    effect(() => {
      const state = this.state();
      untracked(() => {
        this.tell(state);
      });
    });
  }

  add(text: string): void {
    this.count += 1;
    const entry = { id: this.count, at: new Date(), text };
    this.list.update((entries) => [entry, ...entries].slice(0, MOST_ENTRIES));
  }

  private state(): 'locked' | 'open' | 'out' {
    if (!this.identity.isSignedIn()) {
      return 'out';
    }
    return this.identity.isLocked() ? 'locked' : 'open';
  }

  private tell(state: 'locked' | 'open' | 'out'): void {
    const before = this.before;
    this.before = state;
    if (state === before) {
      return;
    }
    if (state === 'locked') {
      this.add('Locked: the key and the session left the memory.');
    } else if (state === 'open') {
      this.add(before === 'locked' ? 'Unlocked.' : 'Signed in: the session is in the vault.');
    } else if (before !== undefined) {
      this.add('Signed out: the vault and its keys were erased.');
    }
  }
}
