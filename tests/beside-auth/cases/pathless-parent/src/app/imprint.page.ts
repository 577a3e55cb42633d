import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-imprint',
  imports: [IonContent],
  template: '<ion-content><h1>Imprint</h1></ion-content>',
})
export class ImprintPage {}
