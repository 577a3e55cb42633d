import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-terms',
  imports: [IonContent],
  template: '<ion-content><h1>Terms</h1></ion-content>',
})
export class TermsPage {}
