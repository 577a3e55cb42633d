import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-map',
  imports: [IonContent],
  template: '<ion-content><h1>Map</h1></ion-content>',
})
export class MapPage {}
