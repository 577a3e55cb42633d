import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-order',
  imports: [IonContent],
  template: '<ion-content><h1>Order</h1></ion-content>',
})
export class OrderPage {}
