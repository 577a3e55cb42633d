import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import {
  IonButton,
  IonContent,
  IonHeader,
  IonTitle,
  IonToolbar,
  ViewWillEnter,
} from '@ionic/angular/standalone';
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
export class Home implements ViewWillEnter {
  private readonly http = inject(HttpClient);

  protected readonly profile = signal<Profile | undefined>(undefined);
  protected readonly partner = signal('');

  ionViewWillEnter(): void {
    this.reload();
  }

  protected reload(): void {
    this.http
      .get<Profile>(`${environment.apiUrl}/profile`)
      .subscribe((profile) => this.profile.set(profile));
  }

  protected askPartner(): void {
    this.http
      .get<{ ok: boolean }>(`${environment.partnerUrl}/status`)
      .subscribe(({ ok }) =>
        this.partner.set(ok ? 'The partner is up.' : 'The partner is down.')
      );
  }
}
