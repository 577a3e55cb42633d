import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-card',
  imports: [IonContent],
  template: '<ion-content><h1>Card</h1></ion-content>',
})
export class CardPage {}
