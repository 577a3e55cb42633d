import { Capacitor } from '@capacitor/core';

/** Whether this is the app on a phone, and not a page in a browser. */
export function isNative(): boolean {
  return Capacitor.isNativePlatform();
}
