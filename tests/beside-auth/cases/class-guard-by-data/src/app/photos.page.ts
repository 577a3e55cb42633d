import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-photos',
  imports: [IonContent],
  template: '<ion-content><h1>Photos</h1></ion-content>',
})
export class PhotosPage {}
