import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-sign-up',
  imports: [IonContent],
  template: '<ion-content><h1>SignUp</h1></ion-content>',
})
export class SignUpPage {}
