import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-mail',
  imports: [IonContent],
  template: '<ion-content><h1>Mail</h1></ion-content>',
})
export class MailPage {}
