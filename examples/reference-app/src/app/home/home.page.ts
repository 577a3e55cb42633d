import { DatePipe, NgComponentOutlet } from '@angular/common';
import { HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  IonButton,
  IonContent,
  IonHeader,
  IonNote,
  IonRadio,
  IonRadioGroup,
  IonTitle,
  IonToggle,
  IonToolbar,
  type ViewWillEnter,
  type ViewWillLeave,
} from '@ionic/angular';
import { AuthMode, Device } from 'capacitor-identity-vault';

import { IdentityService } from '../identity/identity.service';
import { VirtualPasskey } from '../virtual-passkey/virtual-passkey';
import { Activity } from './activity';
import { MORE_SECTIONS, nameOf, SIGN_OUT_HINT, tokenLifetime } from './by-sign-in';
import { Dial } from './dial/dial';
import { clockOf } from './expiry';
import { labelOf, MODES } from './modes';
import { protectionFacts, type ProtectionFact } from './protection';
import { Requests, type Received } from './requests';
import { TabTitle } from './tab-title';
import { UseTimes } from './use-times';

@Component({
  selector: 'app-home',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DatePipe,
    Dial,
    IonButton,
    IonContent,
    IonHeader,
    IonNote,
    IonRadio,
    IonRadioGroup,
    IonTitle,
    IonToggle,
    IonToolbar,
    NgComponentOutlet,
  ],
  templateUrl: './home.page.html',
  styleUrl: './home.page.scss',
})
export class HomePage implements ViewWillEnter, ViewWillLeave {
  private readonly identity = inject(IdentityService);
  private readonly requests = inject(Requests);
  private readonly activity = inject(Activity);
  private readonly virtualPasskey = inject(VirtualPasskey);
  private readonly useTimes = inject(UseTimes);
  private readonly tabTitle = inject(TabTitle);
  private readonly now = signal(Date.now());
  private clock: ReturnType<typeof setInterval> | undefined;

  protected readonly entries = this.activity.entries;
  protected readonly modes = MODES;
  protected readonly moreSections = MORE_SECTIONS;
  protected readonly signOutHint = SIGN_OUT_HINT;
  protected readonly hasVirtualPasskey = this.virtualPasskey.isOn;
  protected readonly mode = signal<AuthMode | undefined>(undefined);
  protected readonly hasBiometrics = signal(false);
  protected readonly hidesScreen = signal(false);
  /** After how many milliseconds it locks by itself; 0 = never. */
  protected readonly lockAfter = signal(0);
  private readonly idleTimeout = signal(0);
  private readonly sessionTimeout = signal(0);
  protected readonly facts = signal<readonly ProtectionFact[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected readonly who = computed(() => {
    const session = this.identity.session();
    return session ? nameOf(session) : '';
  });
  private readonly lifetime = computed(() => {
    const session = this.identity.session();
    return session && tokenLifetime(session);
  });
  /** How long the server still takes the token. */
  protected readonly expiresIn = computed(() => {
    const lifetime = this.lifetime();
    return lifetime && clockOf(lifetime.to - this.now());
  });
  /** What is left of it, from 1 to 0. */
  protected readonly left = computed(() => {
    const lifetime = this.lifetime();
    return lifetime ? (lifetime.to - this.now()) / (lifetime.to - lifetime.from) : 1;
  });

  /** How long it stays open if nobody touches it. */
  protected readonly idleLeft = computed(() => this.leftOf(this.idleTimeout(), this.useTimes.usedAt()));
  /** How long it stays open, whatever somebody does. */
  protected readonly sessionLeft = computed(() => this.leftOf(this.sessionTimeout(), this.useTimes.openedAt()));

  ionViewWillEnter(): void {
    this.tabTitle.set('Your vault');
    this.clock = setInterval(() => {
      this.now.set(Date.now());
    }, 1000);
    void this.attempt(() => this.look());
  }

  ionViewWillLeave(): void {
    clearInterval(this.clock);
  }

  protected lock(): void {
    void this.attempt(() => this.identity.lock());
  }

  protected signOut(): void {
    void this.attempt(() => this.identity.signOut());
  }

  protected changePasscode(): void {
    void this.attempt(async () => {
      await this.identity.setPasscode();
      this.activity.add('A new passcode, and new keys for it.');
    });
  }

  protected changeMode(mode: AuthMode): void {
    void this.attempt(async () => {
      await this.identity.setAuthMode(mode);
      this.activity.add(`Protected by: ${labelOf(mode)}. The old keys are gone.`);
    });
  }

  protected pretendBiometrics(): void {
    void this.attempt(() => {
      this.virtualPasskey.turnOn();
      this.activity.add('A virtual passkey: biometrics can be tried here. It protects nothing.');
    });
  }

  protected hideScreen(isOn: boolean): void {
    void this.attempt(async () => {
      await Device.setHideScreenOnBackground(isOn);
      this.activity.add(isOn ? 'Hidden while out of sight.' : 'Shown while out of sight.');
    });
  }

  protected askOwn(): void {
    void this.attempt(async () => {
      this.tellReceived('Your server', await this.requests.askOwn());
    });
  }

  protected askForeign(): void {
    void this.attempt(async () => {
      this.tellReceived('A foreign server', await this.requests.askForeign());
    });
  }

  private tellReceived(who: string, { hasToken }: Received): void {
    this.activity.add(`${who} got the request ${hasToken ? 'with' : 'without'} the token.`);
  }

  /** What was cancelled or refused is told; the page shows what holds now, either way. */
  private async attempt(action: () => unknown): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      await action();
    } catch (error) {
      this.problem.set(describe(error));
    }
    await this.look().catch(() => undefined);
    this.busy.set(false);
  }

  private leftOf(limit: number, since: number): string | undefined {
    return limit > 0 ? clockOf(Math.min(limit, since + limit - this.now())) : undefined;
  }

  private async look(): Promise<void> {
    const vault = await this.identity.getVault();
    const config = await vault.getConfig();
    const mode = await this.identity.getAuthMode();
    const isLockable = mode !== AuthMode.SecureStorage;
    this.mode.set(mode);
    this.hasBiometrics.set(await this.identity.isBiometricsAvailable());
    this.facts.set(protectionFacts(await this.identity.getProtectionReport()));
    this.hidesScreen.set(config.hideScreenOnBackground);
    this.lockAfter.set(isLockable ? config.lockAfter : 0);
    this.idleTimeout.set(isLockable ? (config.idleTimeout ?? 0) : 0);
    this.sessionTimeout.set(isLockable ? (config.sessionTimeout ?? 0) : 0);
    this.tabTitle.lockAfter = this.lockAfter();
  }
}

function describe(error: unknown): string {
  if (error instanceof HttpErrorResponse) {
    return error.status === 0 ? 'The server can’t be reached.' : `The server answered ${error.status}.`;
  }
  return error instanceof Error ? error.message : 'That did not work.';
}
