import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-visits',
  imports: [IonContent],
  template: '<ion-content><h1>Visits</h1></ion-content>',
})
export class VisitsPage {}
