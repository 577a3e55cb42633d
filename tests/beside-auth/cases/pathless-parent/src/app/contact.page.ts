import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-contact',
  imports: [IonContent],
  template: '<ion-content><h1>Contact</h1></ion-content>',
})
export class ContactPage {}
