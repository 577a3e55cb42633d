import type { Router } from '@angular/router';

import { pagesIn, pagesOnScreen } from './screen';

const quietMs = 60;
const patienceMs = 5000;

/** Waits until nothing has moved for a while. @returns whether that came about */
export async function settle(router: Router, counts: () => string): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  let before = '';
  let since = performance.now();
  while (performance.now() < deadline) {
    const pages = pagesOnScreen();
    const now = [router.url, counts(), ...pages].join(' ');
    const moves = now !== before || router.getCurrentNavigation() !== null || isInTransition();
    if (moves) since = performance.now();
    else if (performance.now() - since > quietMs) return true;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

/** Ionic shows the next page only when its elements are ready, and hides the one before it after that. */
function isInTransition(): boolean {
  const isUnready = document.querySelector('ion-router-outlet .ion-page-invisible') !== null;
  return isUnready || [...document.querySelectorAll('ion-router-outlet')].some((outlet) => pagesIn(outlet).length > 1);
}
