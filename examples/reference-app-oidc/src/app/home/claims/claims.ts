import { DatePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { IonButton } from '@ionic/angular';
import { isOidcError } from 'capacitor-identity-vault/oidc';

import { IdentityNavigation } from '../../identity/identity.navigation';
import { IdentityService } from '../../identity/identity.service';
import { Activity } from '../activity';
import { shownClaims } from './shown-claims';

/** What the ID token says, and new tokens on demand. */
@Component({
  selector: 'app-claims',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DatePipe, IonButton],
  templateUrl: './claims.html',
  styleUrl: './claims.scss',
})
export class Claims {
  private readonly identity = inject(IdentityService);
  private readonly navigation = inject(IdentityNavigation);
  private readonly activity = inject(Activity);

  protected readonly shown = computed(() => shownClaims(this.identity.session()?.idToken ?? ''));
  protected readonly busy = signal(false);
  protected readonly told = signal('');

  protected async renew(): Promise<void> {
    this.busy.set(true);
    this.told.set('');
    try {
      await this.identity.client.refresh();
      this.activity.add('Refreshed: new tokens. The old refresh token is void.');
      this.told.set('You have new tokens.');
    } catch (error) {
      await this.explain(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async explain(error: unknown): Promise<void> {
    if (isOidcError(error, 'SessionExpired')) {
      // The provider takes the refresh token no more, and the vault is empty already.
      await this.navigation.toLogin({ reason: 'expired', returnUrl: this.navigation.wantedUrl() });
    } else {
      this.told.set(error instanceof Error ? error.message : 'That did not work.');
    }
  }
}
