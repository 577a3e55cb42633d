import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-settings',
  imports: [IonContent],
  template: '<ion-content><h1>Settings</h1></ion-content>',
})
export class SettingsPage {}
