import type { ApplicationRef, Injector, Type } from '@angular/core';
import { destroyPlatform, inject } from '@angular/core';
import { ActivationEnd, NavigationStart, Router } from '@angular/router';
import { AuthMode, IonicIdentityVaultUser } from 'capacitor-identity-vault';
import { useTestVault } from 'capacitor-identity-vault/testing';

import { countGuards, type GuardCalls } from './count-guards';
import type { Action, Run, Seen } from './run';
import { pagesOnScreen } from './screen';
import { settle } from './settle';

/** What the harness uses of the generated service. */
export interface Identity {
  hasStoredSession(): Promise<boolean>;
  unlock(): Promise<void>;
  lockOut(): Promise<void>;
  logout(): Promise<void>;
  expire(token: string): Promise<void>;
}

/** An app that the tool has set up. */
export interface DrivenApp {
  readonly identity: Type<Identity>;
  /** Starts the app as its main.ts does. `initialize` is run before the first navigation. */
  start(initialize: () => Promise<void>): Promise<Started>;
}

export interface Started {
  readonly injector: Injector;
  destroy(): void;
}

declare global {
  interface Window {
    Ionic?: { config: object };
  }
}

const device = useTestVault();

class Seeding extends IonicIdentityVaultUser {}

/** What the harness calls once for each state and address. */
export function driving(app: DrivenApp): (run: Run) => Promise<Seen> {
  return (run) => new Drive(app, run).toEnd();
}

class Drive {
  readonly #opened = new Set<string>();
  readonly #errors: string[] = [];
  readonly #calls: GuardCalls = { count: 0 };
  #navigations = 0;

  constructor(
    private readonly app: DrivenApp,
    private readonly run: Run,
  ) {}

  async toEnd(): Promise<Seen> {
    const remember = ({ message }: { readonly message: string }) => void this.#errors.push(message);
    const rejected = ({ reason }: PromiseRejectionEvent) => remember({ message: String(reason) });
    window.addEventListener('error', remember);
    window.addEventListener('unhandledrejection', rejected);
    await this.#arrange();
    const started = await this.app.start(() => this.#beforeNavigation());
    try {
      return await this.#watch(started.injector);
    } finally {
      started.destroy();
      // The next app may be of the other kind.
      destroyPlatform();
      window.removeEventListener('error', remember);
      window.removeEventListener('unhandledrejection', rejected);
    }
  }

  async #arrange(): Promise<void> {
    localStorage.clear();
    sessionStorage.clear();
    Object.entries(this.run.own).forEach(([key, value]) => localStorage.setItem(key, value));
    device.reset();
    if (this.run.vault !== 'none') {
      const user = new Seeding({ ready: async () => undefined }, { authMode: AuthMode.BiometricAndPasscode });
      await user.login(this.run.session);
      device.restart();
    }
    // Ionic replaces it when an app starts: the next one would move its pages.
    window.Ionic = { config: { animated: false } };
    document.body.replaceChildren(document.createElement('app-root'));
    history.replaceState(null, '', this.run.url);
  }

  async #beforeNavigation(): Promise<void> {
    const router = inject(Router);
    const identity = inject(this.app.identity);
    countGuards(router.config, this.#calls);
    router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.#navigations++;
      if (event instanceof ActivationEnd && event.snapshot.component) this.#opened.add(event.snapshot.component.name);
    });
    if (this.run.vault === 'unlocked') await identity.unlock();
  }

  async #watch(injector: Injector): Promise<Seen> {
    const router = injector.get(Router);
    const identity = injector.get(this.app.identity);
    const rest = () => settle(router, () => String(this.#calls.count));
    let settled = await rest();
    for (const action of this.run.does ?? []) {
      await this.#do(action, router, identity);
      settled = (await rest()) && settled;
    }
    return {
      url: router.url,
      pages: pagesOnScreen(),
      opened: [...this.#opened],
      guardCalls: this.#calls.count,
      navigations: this.#navigations,
      settled,
      errors: this.#errors,
      stored: await identity.hasStoredSession(),
      own: { ...localStorage },
    };
  }

  async #do(action: Action, router: Router, identity: Identity): Promise<void> {
    // What one action costs is counted from there.
    this.#calls.count = 0;
    this.#navigations = 0;
    this.#opened.clear();
    if ('open' in action) await router.navigateByUrl(action.open);
    else if ('call' in action)
      await (action.call === 'expire' ? identity.expire(this.run.session.token) : identity[action.call]());
    else press(action.click);
  }
}

function press(words: string): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('button, ion-button')].filter(
    (one) => one.checkVisibility() && one.textContent?.trim() === words,
  );
  const [button] = buttons.slice(-1);
  if (!button) throw new Error(`There is no button “${words}” on ${pagesOnScreen().join(' > ')}`);
  button.click();
}

/** For the entry of an app. */
export function startedOf({ injector }: ApplicationRef, destroy: () => void): Started {
  return { injector, destroy };
}
