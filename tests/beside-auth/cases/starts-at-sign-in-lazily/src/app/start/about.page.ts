import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-about',
  imports: [IonContent],
  template: '<ion-content><h1>About</h1></ion-content>',
})
export class AboutPage {}
