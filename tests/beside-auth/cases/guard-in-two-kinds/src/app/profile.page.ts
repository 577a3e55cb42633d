import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-profile',
  imports: [IonContent],
  template: '<ion-content><h1>Profile</h1></ion-content>',
})
export class ProfilePage {}
