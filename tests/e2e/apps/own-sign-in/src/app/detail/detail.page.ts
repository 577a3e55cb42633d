import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { IonContent, IonHeader, IonTitle, IonToolbar } from '@ionic/angular';

/** Stands for the many pages behind the sign-in. */
@Component({
  selector: 'app-detail',
  imports: [IonContent, IonHeader, IonTitle, IonToolbar],
  template: `
    <ion-header>
      <ion-toolbar><ion-title>Detail</ion-title></ion-toolbar>
    </ion-header>
    <ion-content class="ion-padding">
      <h1>Private {{ url }}</h1>
    </ion-content>
  `,
})
export class DetailPage {
  protected readonly url = inject(Router).url;
}
