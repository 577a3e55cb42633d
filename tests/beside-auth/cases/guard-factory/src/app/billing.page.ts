import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-billing',
  imports: [IonContent],
  template: '<ion-content><h1>Billing</h1></ion-content>',
})
export class BillingPage {}
