import { Component } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-tasks',
  imports: [IonContent],
  template: '<ion-content><h1>Tasks</h1></ion-content>',
})
export class TasksPage {}
