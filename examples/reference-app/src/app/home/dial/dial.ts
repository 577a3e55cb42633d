import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/**
 * The ring that stands for the vault: whole when it is closed, open at the top while it is not, and
 * emptying as what it counts runs out.
 */
@Component({
  selector: 'app-dial',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dial.html',
  styleUrl: './dial.scss',
})
export class Dial {
  /** What is left of the time, from 1 (all) to 0. */
  readonly left = input(1);

  /** Of a circle whose length counts as 100; the gap of an open ring is never filled. */
  protected readonly dash = computed(() => `${Math.max(0, Math.min(1, this.left())) * 88} 100`);
}
