import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-wall',
  imports: [IonContent],
  template: '<ion-content><h1>Wall</h1></ion-content>',
})
export class WallPage {}
