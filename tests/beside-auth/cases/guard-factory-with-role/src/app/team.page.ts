import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-team',
  imports: [IonContent],
  template: '<ion-content><h1>Team</h1></ion-content>',
})
export class TeamPage {}
