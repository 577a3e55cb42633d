// @ts-check
// Runs in the browser. Both keep values in localStorage there, unencrypted: what they cost is what no protection costs.
import { SecureStorage } from '@aparajita/capacitor-secure-storage';
import { Preferences } from '@capacitor/preferences';

export const storages = {
  '@aparajita/capacitor-secure-storage': {
    get: (key) => SecureStorage.get(key),
    set: (key, value) => SecureStorage.set(key, value),
  },
  '@capacitor/preferences': {
    get: async (key) => JSON.parse((await Preferences.get({ key })).value ?? 'null'),
    set: (key, value) => Preferences.set({ key, value: JSON.stringify(value) }),
  },
};
