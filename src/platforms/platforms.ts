import { ios } from './ios.ts';
import type { Platform } from './platform.ts';

/** Every platform that needs something written; Android and the web need no edit. */
export const platforms: readonly Platform[] = [ios];
