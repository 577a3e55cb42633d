import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-reset',
  imports: [IonContent],
  template: '<ion-content><h1>Reset</h1></ion-content>',
})
export class ResetPage {}
