import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-post',
  imports: [IonContent],
  template: '<ion-content><h1>Post</h1></ion-content>',
})
export class PostPage {}
