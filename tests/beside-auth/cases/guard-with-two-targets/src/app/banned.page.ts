import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-banned',
  imports: [IonContent],
  template: '<ion-content><h1>Banned</h1></ion-content>',
})
export class BannedPage {}
