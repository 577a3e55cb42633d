import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-home',
  imports: [IonContent],
  template: '<ion-content><h1>Home</h1></ion-content>',
})
export class HomePage {}
