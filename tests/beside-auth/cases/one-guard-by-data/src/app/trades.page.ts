import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-trades',
  imports: [IonContent],
  template: '<ion-content><h1>Trades</h1></ion-content>',
})
export class TradesPage {}
