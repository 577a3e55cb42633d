import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-journal',
  imports: [IonContent],
  template: '<ion-content><h1>Journal</h1></ion-content>',
})
export class JournalPage {}
