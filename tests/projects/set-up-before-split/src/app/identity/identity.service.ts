import { HttpClient, HttpContext, HttpContextToken } from '@angular/common/http';
import { inject, Injectable, Injector, type OnDestroy } from '@angular/core';
import { Router, UrlSerializer } from '@angular/router';
import { NavController, Platform } from '@ionic/angular';
import {
  AuthMode,
  IonicIdentityVaultUser,
  PrivacyScreen,
  type LockEvent,
} from 'capacitor-identity-vault';
import { firstValueFrom } from 'rxjs';

import { IDENTITY_ADDRESSES } from './addresses';
import { sessionFrom, type Session } from './session';

export const LOGIN_PATH = '/login';
export const UNLOCK_PATH = '/unlock';
export const HOME_PATH = '/folder/inbox';

/** Set on a request that has to leave without the token, as the one that signs in. */
export const WITHOUT_TOKEN = new HttpContextToken<boolean>(() => false);

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** There is nowhere to sign in: the addresses of this build are empty. */
export class AddressMissingError extends Error {
  override readonly name = 'AddressMissingError';

  constructor() {
    super('This build has no address to sign in at: see addresses.ts.');
  }
}

/** The server answered the sign-in with something that is not a session. */
export class InvalidSessionError extends Error {
  override readonly name = 'InvalidSessionError';

  constructor() {
    super('The server’s answer is not a session: see sessionFrom() in session.ts.');
  }
}

/** What Ionic shows over the pages. */
const OVERLAYS =
  'ion-action-sheet, ion-alert, ion-loading, ion-modal, ion-picker, ion-picker-legacy, ion-popover, ion-toast';

@Injectable({ providedIn: 'root' })
export class IdentityService extends IonicIdentityVaultUser<Session> implements OnDestroy {
  /** While the vault is locked, nothing is seen of the app but what is kept here. */
  readonly screen = new PrivacyScreen();

  /** For what has this service or an interceptor itself, and so can't be injected here. */
  private readonly injector = inject(Injector);
  private readonly addresses = inject(IDENTITY_ADDRESSES);
  private readonly navigation = inject(NavController);
  private readonly router = inject(Router);
  private readonly urls = inject(UrlSerializer);
  /** The page that was refused last to somebody who is not signed in. */
  private refusedUrl: string | undefined;

  constructor() {
    super(inject(Platform), {
      authMode: AuthMode.BiometricAndPasscode,
      restoreSessionOnReady: false,
      unlockOnReady: false,
      unlockOnAccess: true,
      lockAfter: 5000,
      hideScreenOnBackground: true,
      allowSystemPinFallback: false,
      shouldClearVaultAfterTooManyFailedAttempts: true,
      androidPromptTitle: 'Please Authenticate',
      androidPromptSubtitle: '',
      androidPromptDescription: '',
      androidPromptNegativeButtonText: 'Cancel',
      iosPromptText: 'Authenticate to log in',
    });
  }

  ngOnDestroy(): void {
    this.screen.show();
  }

  /** Signs in at the server and puts the session into the vault. */
  async signIn({ username, password }: Credentials): Promise<void> {
    const { loginUrl } = this.addresses;
    if (!loginUrl) {
      throw new AddressMissingError();
    }
    const context = new HttpContext().set(WITHOUT_TOKEN, true);
    const http = this.injector.get(HttpClient);
    const body = { username, password };
    const answer = await firstValueFrom(http.post<unknown>(loginUrl, body, { context }));
    const session = sessionFrom(answer, username);
    if (!session) {
      throw new InvalidSessionError();
    }
    await this.login(session);
  }

  /** Also opens the page that the app went to before its session was stored here. */
  override async login(session: Session, authMode?: AuthMode): Promise<void> {
    this.refusedUrl = undefined;
    await super.login(session, authMode);
    this.screen.show(OVERLAYS);
    await this.goOn();
  }

  /** Whether nobody is signed in, or the session can be read or has to be unlocked first. */
  async getSessionState(): Promise<'none' | 'open' | 'locked'> {
    if (!(await this.hasStoredSession())) {
      return 'none';
    }
    const vault = await this.getVault();
    return (await vault.isLocked()) ? 'locked' : 'open';
  }

  /**
   * Where to sign in, for a page that somebody is refused who has not. That is asked once: whoever
   * comes back was sent back by the login page. The unlock page ends this, for it asks a person.
   */
  pathToSignIn(refusedUrl: string): string {
    // Until a page is opened the router's address is '/', wherever the app starts.
    const hasPage = this.router.routerState.snapshot.root.firstChild !== null;
    const isAtLogin = hasPage && pathOf(this.router.url) === LOGIN_PATH;
    const isSentBack = this.refusedUrl !== undefined || isAtLogin;
    this.refusedUrl = refusedUrl;
    return isSentBack ? UNLOCK_PATH : LOGIN_PATH;
  }

  /** The token for a request; undefined when nobody is signed in. Rejects while the vault stays locked. */
  async getToken(): Promise<string | undefined> {
    const session = (await this.getSession()) ?? (await this.restoreSession());
    return session?.token;
  }

  /** Ends the session whose token the server refused, and asks the user to sign in again. */
  async expire(token: string): Promise<void> {
    const session = await this.getSession();
    // A late answer to an earlier token says nothing about the session of now.
    if (session?.token !== token) {
      return;
    }
    const returnUrl = this.wantedUrl();
    await this.logout();
    await this.navigation.navigateRoot(LOGIN_PATH, {
      queryParams: { reason: 'expired', returnUrl },
      replaceUrl: true,
    });
  }

  /** Leaves the login or unlock page for the page the user wanted. False when no page can be opened. */
  async resume(): Promise<boolean> {
    return !this.isInterrupted() || this.open(this.wantedUrl());
  }

  /** Every page and overlay is left, so that nothing of a locked app stays on or behind the screen. */
  override async onVaultLocked({ saved }: LockEvent): Promise<void> {
    const queryParams = { returnUrl: this.wantedUrl() };
    this.screen.hide();
    closeOverlays();
    const path = saved ? UNLOCK_PATH : LOGIN_PATH;
    await this.navigation.navigateRoot(path, { queryParams, replaceUrl: true });
    if (!saved) {
      this.screen.show(OVERLAYS);
    }
  }

  override async onVaultUnlocked(): Promise<void> {
    if (this.isAt(UNLOCK_PATH)) {
      await this.resume();
    }
    this.screen.show();
  }

  /**
   * The session has ended, in whatever way: signed out, expired, or erased. An app that has a session
   * of its own ends it here, with `await this.injector.get(AuthService).logout()`. That may call
   * `logout()` of this service, too.
   */
  override async onSignedOut(): Promise<void> {
    this.screen.show(OVERLAYS);
    await super.onSignedOut();
  }

  /** Undefined: the vault asks with its own prompt. */
  override onPasscodeRequest(): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }

  /** Opens the page that was refused before the session was stored. */
  private async goOn(): Promise<void> {
    const wanted = this.refusedUrl ?? (this.isAt(UNLOCK_PATH) ? this.wantedUrl() : undefined);
    this.refusedUrl = undefined;
    if (wanted !== undefined) {
      await this.open(wanted);
    }
  }

  /** A page that does not exist, or is refused, becomes home. */
  private async open(url: string): Promise<boolean> {
    for (const target of new Set([url, HOME_PATH])) {
      await this.navigation.navigateRoot(target, { replaceUrl: true }).catch(() => false);
      if (!this.isInterrupted()) {
        return true;
      }
      // A lock meanwhile has led to the unlock page, which remembers the way.
      if ((await this.getSessionState().catch(() => 'locked')) !== 'open') {
        return true;
      }
    }
    return false;
  }

  private isInterrupted(): boolean {
    return isInterruption(this.currentUrl());
  }

  private isAt(path: string): boolean {
    return pathOf(this.currentUrl()) === path;
  }

  /** The page that is being opened, or the one on the screen. */
  private currentUrl(): string {
    const navigation = this.router.currentNavigation();
    return navigation ? this.urls.serialize(navigation.extractedUrl) : this.router.url;
  }

  /** The current page, or the one that the login or unlock page stands in for. */
  private wantedUrl(): string {
    const url = this.currentUrl();
    const { returnUrl } = this.urls.parse(url).queryParams;
    const wanted: unknown = isInterruption(url) ? returnUrl : url;
    return this.isAppUrl(wanted) ? wanted : HOME_PATH;
  }

  /** Whether it leads to a page of this app: `//host` and `/\host` are addresses of other sites. */
  private isAppUrl(url: unknown): url is string {
    if (typeof url !== 'string' || !/^\/(?![/\\])/.test(url) || isInterruption(url)) {
      return false;
    }
    try {
      this.urls.parse(url);
      return true;
    } catch {
      return false;
    }
  }
}

/** What refuses to go, or takes its time, is hidden already. */
function closeOverlays(): void {
  document
    .querySelectorAll<Element & Partial<Pick<HTMLIonModalElement, 'dismiss'>>>(OVERLAYS)
    .forEach((overlay) => void overlay.dismiss?.());
  document.querySelectorAll('ion-menu').forEach((menu) => void menu.close());
}

/** Whether it is a page that the user did not ask for. */
function isInterruption(url: string): boolean {
  return [LOGIN_PATH, UNLOCK_PATH].includes(pathOf(url));
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}
