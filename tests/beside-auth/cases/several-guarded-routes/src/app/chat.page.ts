import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-chat',
  imports: [IonContent],
  template: '<ion-content><h1>Chat</h1></ion-content>',
})
export class ChatPage {}
