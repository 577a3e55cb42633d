import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-detail',
  imports: [IonContent],
  template: '<ion-content><h1>Detail</h1></ion-content>',
})
export class DetailPage {}
