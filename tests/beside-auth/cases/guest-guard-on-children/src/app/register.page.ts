import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-register',
  imports: [IonContent],
  template: '<ion-content><h1>Register</h1></ion-content>',
})
export class RegisterPage {}
