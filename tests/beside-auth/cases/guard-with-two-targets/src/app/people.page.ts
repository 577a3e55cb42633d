import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-people',
  imports: [IonContent],
  template: '<ion-content><h1>People</h1></ion-content>',
})
export class PeoplePage {}
