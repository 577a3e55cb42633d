import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { IonButton, IonContent, IonHeader, IonTitle, IonToolbar, ViewWillEnter } from '@ionic/angular';
import { environment } from '../../environments/environment';

/** What `GET /profile` answers. */
interface Profile {
  name: string;
  email: string;
}

@Component({
  imports: [IonButton, IonContent, IonHeader, IonTitle, IonToolbar],
  selector: 'app-home',
  templateUrl: './home.html',
})
export default class Home implements ViewWillEnter {
  private readonly http = inject(HttpClient);

  /** Asked for when the page is shown: the page may be built before, while the vault is still locked. */
  private readonly isShown = signal(false);
  protected readonly profile = httpResource<Profile>(() =>
    this.isShown() ? `${environment.apiUrl}/profile` : undefined,
  );
  protected readonly partner = signal('');

  ionViewWillEnter(): void {
    this.isShown.set(true);
    this.profile.reload();
  }

  protected askPartner(): void {
    this.http
      .get<{ ok: boolean }>(`${environment.partnerUrl}/status`)
      .subscribe(({ ok }) => this.partner.set(ok ? 'The partner is up.' : 'The partner is down.'));
  }
}
