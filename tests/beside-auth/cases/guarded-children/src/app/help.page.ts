import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-help',
  imports: [IonContent],
  template: '<ion-content><h1>Help</h1></ion-content>',
})
export class HelpPage {}
