import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-orders',
  imports: [IonContent],
  template: '<ion-content><h1>Orders</h1></ion-content>',
})
export class OrdersPage {}
