import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-search',
  imports: [IonContent],
  template: '<ion-content><h1>Search</h1></ion-content>',
})
export class SearchPage {}
