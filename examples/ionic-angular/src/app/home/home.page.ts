import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  IonButton,
  IonButtons,
  IonCard,
  IonCardContent,
  IonCardHeader,
  IonCardTitle,
  IonContent,
  IonHeader,
  IonSpinner,
  IonText,
  IonTitle,
  IonToolbar,
  ViewWillEnter,
} from '@ionic/angular';
import { finalize } from 'rxjs';

import { environment } from '../../environments/environment';
import { Profile } from './profile';

@Component({
  selector: 'app-home',
  imports: [
    IonButton,
    IonButtons,
    IonCard,
    IonCardContent,
    IonCardHeader,
    IonCardTitle,
    IonContent,
    IonHeader,
    IonSpinner,
    IonText,
    IonTitle,
    IonToolbar,
    RouterLink,
  ],
  templateUrl: './home.page.html',
  styleUrl: './home.page.scss',
})
export class HomePage implements ViewWillEnter {
  private readonly http = inject(HttpClient);

  protected readonly profile = signal<Profile | undefined>(undefined);
  protected readonly error = signal('');
  protected readonly loading = signal(false);

  ionViewWillEnter(): void {
    this.load();
  }

  protected load(): void {
    this.loading.set(true);
    this.error.set('');
    this.http
      .get<Profile>(`${environment.apiUrl}/profile`)
      .pipe(finalize(() => this.loading.set(false)))
      .subscribe({
        next: (profile) => this.profile.set(profile),
        error: (error: unknown) => {
          this.profile.set(undefined);
          this.error.set(describe(error));
        },
      });
  }
}

function describe(error: unknown): string {
  return error instanceof HttpErrorResponse && error.status === 401
    ? 'You are not signed in.'
    : 'Your profile could not be loaded. Check your connection and try again.';
}
