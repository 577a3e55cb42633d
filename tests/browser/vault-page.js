import {
  AuthMode,
  BrowserVault,
  Device,
  DeviceErrorCodes,
  DeviceSecurityType,
  IonicIdentityVaultUser,
  Vault,
  VaultErrorCodes,
  VaultType,
} from '../../native-plugin/src/index.ts';

/** The smallest app: one identity service on `window`, configured by the address. */
class Identity extends IonicIdentityVaultUser {
  hooks = [];

  onVaultReady() {
    this.hooks.push('ready');
  }
  onVaultUnlocked() {
    this.hooks.push('unlocked');
  }
  onVaultLocked({ saved, timeout }) {
    this.hooks.push(`locked saved=${saved} timeout=${timeout}`);
  }
  onSetupError({ code }) {
    this.hooks.push(`setup error ${VaultErrorCodes[code]}`);
  }
}

const query = new URLSearchParams(location.search);
const options = {
  authMode: AuthMode[query.get('mode') ?? 'PasscodeOnly'],
  lockAfter: Number(query.get('lockAfter') ?? 0),
  hideScreenOnBackground: true,
  unlockOnAccess: true,
};
window.identity = new Identity({ ready: () => Promise.resolve() }, options);

/** The outcome of a call as text, so that a rejection can be looked at. */
window.outcome = async (promise) => {
  try {
    return JSON.stringify(await promise) ?? 'undefined';
  } catch (error) {
    return VaultErrorCodes[error.code] ?? String(error);
  }
};

/** Everything the origin has in IndexedDB. */
window.stored = async () => {
  const read = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const records = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await read(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      records.push(...(await read(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  return records;
};

/** Takes all stores but these out of the vault's database, as a browser that lost half of it would. */
window.leaveDatabase = (stores) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('idv1', 2);
    request.onupgradeneeded = () => {
      const lost = [...request.result.objectStoreNames].filter((store) => !stores.includes(store));
      for (const store of lost) request.result.deleteObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });

/** The API of Identity Vault 5 and 6. */
window.six = { BrowserVault, Device, DeviceErrorCodes, DeviceSecurityType, Vault, VaultType };

/** What happened while the page was away. */
window.restored = [];
addEventListener('pageshow', ({ persisted }) => window.restored.push(persisted));

window.setVisibility = (state) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
  document.dispatchEvent(new Event('visibilitychange'));
};
