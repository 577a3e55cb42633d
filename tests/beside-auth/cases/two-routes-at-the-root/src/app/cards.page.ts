import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-cards',
  imports: [IonContent],
  template: '<ion-content><h1>Cards</h1></ion-content>',
})
export class CardsPage {}
