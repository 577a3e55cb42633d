import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-contacts',
  imports: [IonContent],
  template: '<ion-content><h1>Contacts</h1></ion-content>',
})
export class ContactsPage {}
