import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-news',
  imports: [IonContent],
  template: '<ion-content><h1>News</h1></ion-content>',
})
export class NewsPage {}
