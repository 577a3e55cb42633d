import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-cart',
  imports: [IonContent],
  template: '<ion-content><h1>Cart</h1></ion-content>',
})
export class CartPage {}
