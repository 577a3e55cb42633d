// Functions that run in the page, not in the test: they see the page's globals and nothing of this file.

export const isHidden = () => document.visibilityState === 'hidden';
export const isVisible = () => document.visibilityState === 'visible';

/** Ionic shows the next page of an outlet only when its elements are ready, and hides the one before it after that. */
export const isAtRest = () => {
  const outlets = [...document.querySelectorAll('ion-router-outlet')];
  const shown = (outlet) => outlet.querySelectorAll(':scope > .ion-page:not(.ion-page-hidden)').length;
  return document.querySelector('.ion-page-invisible') === null && outlets.every((outlet) => shown(outlet) <= 1);
};

/** Keeps every title that the page has from now on: one that is shown for a second is easily missed from outside. */
export const keepTitles = () => {
  const kept = (globalThis.keptTitles = [document.title]);
  new MutationObserver(() => kept.push(document.title)).observe(document.head, {
    subtree: true,
    childList: true,
    characterData: true,
  });
};

/** @returns {string[]} */
export const keptTitles = () => globalThis.keptTitles;

/** All that the page's scripts have put into its two storages. */
export const webStorage = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

/**
 * Sends a request through the app's own HttpClient; see app.ts.
 *
 * @param {string} url
 * @returns {Promise<unknown>}
 */
export const httpGet = (url) => globalThis.httpGet(url);

/**
 * Sends requests at the same time through the app's own HttpClient.
 *
 * @param {readonly string[]} urls
 * @returns {Promise<unknown[]>}
 */
export const httpGetAll = (urls) => Promise.all(urls.map((url) => globalThis.httpGet(url)));

/**
 * What becomes of requests at the same time: the name in the answer, or what it failed with.
 *
 * @param {readonly string[]} urls
 * @returns {Promise<string[]>}
 */
export const outcomes = (urls) =>
  Promise.all(
    urls.map((url) =>
      globalThis.httpGet(url).then(
        ({ name }) => name,
        (error) => `${error.name} ${error.status ?? error.code}`,
      ),
    ),
  );

/** How many wait in line for a renewal, in any page of this origin. */
export const waitingForRenewal = async () => {
  const { pending } = await navigator.locks.query();
  return pending.filter(({ name }) => name.endsWith('.renewal')).length;
};

/**
 * Has the page stand still on its way to the disk: it asks, synchronously, what is never answered.
 *
 * @param {{ moment: 'before sealing' | 'before the write' | 'before the commit' | 'after the commit', url: string }} where
 */
export const stopAt = ({ moment, url }) => {
  const stop = () => {
    const request = new XMLHttpRequest();
    request.open('POST', url, false);
    request.send();
  };
  const stores = IDBObjectStore.prototype;
  const { put } = stores;
  const { subtle } = crypto;
  const encrypt = subtle.encrypt.bind(subtle);
  switch (moment) {
    case 'before sealing':
      subtle.encrypt = (...sealed) => {
        stop();
        return encrypt(...sealed);
      };
      break;
    case 'before the write':
      stores.put = stop;
      break;
    case 'before the commit':
      stores.put = function (...record) {
        put.apply(this, record);
        stop();
      };
      break;
    case 'after the commit':
      stores.put = function (...record) {
        this.transaction.addEventListener('complete', stop);
        return put.apply(this, record);
      };
  }
};

/**
 * Sends a token the way a careless app would.
 *
 * @param {{ url: string, token: string }} leak
 * @returns {Promise<void>}
 */
export const leakToken = async ({ url, token }) => {
  await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
};

/**
 * Puts a value where careless apps put their tokens.
 *
 * @param {string} value
 * @returns {Promise<void>}
 */
export const storeInPlainText = (value) => {
  localStorage.setItem('careless', value);
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('careless');
    opening.onupgradeneeded = () => opening.result.createObjectStore('values');
    opening.onerror = () => reject(new Error('IndexedDB can not be opened'));
    opening.onsuccess = () => {
      const writing = opening.result.transaction('values', 'readwrite', { durability: 'strict' });
      writing.objectStore('values').put({ token: value }, 'token');
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
};

/** How far the page is wider than its window, in CSS pixels; scrolling containers included. */
export const horizontalOverflow = () => {
  const scrollers = [document.documentElement, ...document.querySelectorAll('ion-content')].map(
    (element) => element.shadowRoot?.querySelector('main, .inner-scroll') ?? element,
  );
  return Math.max(...scrollers.map((element) => element.scrollWidth - element.clientWidth));
};

/**
 * What axe-core finds, as one line for each element.
 *
 * @returns {Promise<string[]>}
 */
export const accessibilityViolations = async () => {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`),
  );
};

/** Adds what the two checks above must find, in front of everything. */
export const spoil = () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div style="position: fixed; top: 0; z-index: 99999; background: #aaa">
      <p id="pale" style="color: #999">Hardly readable</p>
      <input id="nameless" />
    </div>`,
  );
  for (const content of document.querySelectorAll('ion-content')) {
    content.insertAdjacentHTML('beforeend', '<div style="width: 900px">Wide</div>');
  }
};

/** Ionic's mode: the platform that the app looks like. */
export const modeOf = () => document.documentElement.getAttribute('mode');

/**
 * Text as large as a browser is asked to show it.
 *
 * @param {number} percent
 */
export const enlargeText = (percent) => {
  document.documentElement.style.fontSize = `${percent}%`;
};

/**
 * What changes on the screen in some milliseconds: how often a clock ticked, and how often a screen reader would have
 * said something.
 *
 * @param {number} milliseconds
 * @returns {Promise<{ ticks: number, said: number }>}
 */
export const changesOnScreen = (milliseconds) =>
  new Promise((resolve) => {
    const live = '[aria-live]:not([aria-live="off"]), [role="alert"], [role="status"], [role="log"]';
    const found = { ticks: 0, said: 0 };
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest('[role="timer"]')) found.ticks += 1;
        if (element?.closest(live)) found.said += 1;
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    setTimeout(() => {
      observer.disconnect();
      resolve(found);
    }, milliseconds);
  });

/**
 * How long an element takes from one look to the next.
 *
 * @param {string} selector
 */
export const transitionOf = (selector) => getComputedStyle(document.querySelector(selector)).transitionDuration;
