import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  IonButton,
  IonContent,
  IonHeader,
  IonTitle,
  IonToolbar,
  ViewWillEnter,
} from '@ionic/angular';

import { environment } from '../../environments/environment';
import { AuthService } from '../auth/auth.service';
import { Paths } from '../paths';

@Component({
  selector: 'app-overview',
  imports: [IonButton, IonContent, IonHeader, IonTitle, IonToolbar],
  template: `
    <ion-header>
      <ion-toolbar><ion-title>Overview</ion-title></ion-toolbar>
    </ion-header>
    <ion-content class="ion-padding">
      <h1>{{ name() }}</h1>
      <ion-button (click)="load()">Reload</ion-button>
      <ion-button (click)="signOut()">Sign out</ion-button>
    </ion-content>
  `,
})
export class OverviewPage implements ViewWillEnter {
  private readonly http = inject(HttpClient);
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);

  protected readonly name = signal('');

  ionViewWillEnter(): void {
    this.load();
  }

  protected load(): void {
    this.http.get<{ name: string }>(`${environment.apiUrl}/profile`).subscribe({
      next: ({ name }) => this.name.set(name),
      error: () => this.name.set('Nothing to show'),
    });
  }

  protected async signOut(): Promise<void> {
    await this.auth.signOut();
    await this.router.navigate(['/', Paths.Auth, Paths.SignIn]);
  }
}
