import { android } from './android.ts';
import { ios } from './ios.ts';
import type { Platform } from './platform.ts';

/** Every platform with a native project; the web needs no edit. */
export const platforms: readonly Platform[] = [ios, android];
