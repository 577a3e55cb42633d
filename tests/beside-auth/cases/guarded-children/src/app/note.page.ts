import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-note',
  imports: [IonContent],
  template: '<ion-content><h1>Note</h1></ion-content>',
})
export class NotePage {}
