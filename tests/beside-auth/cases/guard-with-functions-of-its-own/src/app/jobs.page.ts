import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-jobs',
  imports: [IonContent],
  template: '<ion-content><h1>Jobs</h1></ion-content>',
})
export class JobsPage {}
