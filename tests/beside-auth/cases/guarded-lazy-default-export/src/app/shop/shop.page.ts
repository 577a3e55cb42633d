import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-shop',
  imports: [IonContent],
  template: '<ion-content><h1>Shop</h1></ion-content>',
})
export class ShopPage {}
