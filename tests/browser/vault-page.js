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
  shouldClearVaultAfterTooManyFailedAttempts: query.get('wipe') !== 'false',
  webPasscodePrompt: JSON.parse(query.get('prompt') ?? '{}'),
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

/** For whatever reads the wall clock, as delays after wrong passcodes do. */
window.passTime = (milliseconds) => {
  const now = Date.now.bind(Date);
  Date.now = () => now() + milliseconds;
};

/** For whatever reads the monotonic clock, too, as a delay that is counted down does. */
window.passOnBothClocks = (milliseconds) => {
  passTime(milliseconds);
  const now = performance.now.bind(performance);
  performance.now = () => now() + milliseconds;
};

/** One round of PBKDF2 from now on: for tests in which many unlocks are made. */
window.quickPasscodes = () => {
  const deriveBits = crypto.subtle.deriveBits.bind(crypto.subtle);
  crypto.subtle.deriveBits = (parameters, ...others) => {
    const isSlow = parameters.name === 'PBKDF2';
    return deriveBits(isSlow ? { ...parameters, iterations: 1 } : parameters, ...others);
  };
};

/**
 * Writes, reads, locks and unlocks while another tab does so, too: every 10th step locks and opens again. Each write of this
 * tab has keys of its own, and every one that resolved has to be there in the end.
 */
window.interleave = async (tab, steps, passcode) => {
  const handle = await identity.getVault();
  const told = { written: {}, writes: 0, refused: 0, locks: 0, readAfterOwnLock: 0, unexpected: [] };
  const attempt = async (task, ...expected) => {
    try {
      await task();
      return true;
    } catch (error) {
      const code = VaultErrorCodes[error.code] ?? String(error);
      if (!expected.includes(code)) told.unexpected.push(code);
      return false;
    }
  };
  for (let step = 0; step < steps; step += 1) {
    if (step % 10 === 9) {
      // Not awaited: what is asked for after it must not be answered.
      const locking = handle.lock();
      told.locks += 1;
      if (await attempt(() => handle.getValue(`${tab}0`), 'VaultLocked')) told.readAfterOwnLock += 1;
      await locking;
      await attempt(() => handle.unlock(true, passcode), 'VaultLocked');
      continue;
    }
    const key = `${tab}${step % 7}`;
    const isWritten = await attempt(() => handle.storeValue(key, step), 'VaultLocked');
    told[isWritten ? 'writes' : 'refused'] += 1;
    if (isWritten) told.written[key] = step;
    // The other tab locked this one: open it again, as a person would.
    else await attempt(() => handle.unlock(true, passcode), 'VaultLocked');
  }
  return told;
};

/** The values whose keys begin with one of these letters. */
window.valuesOf = async (letters) => {
  const handle = await identity.getVault();
  const keys = (await handle.getKeys()).filter((key) => letters.includes(key[0]));
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await handle.getValue(key)])));
};
