import { HttpClient, HttpClientModule } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { IonContent } from '@ionic/angular/standalone';

@Component({
  selector: 'app-reports',
  imports: [HttpClientModule, IonContent],
  template: '<ion-content><h1>Reports</h1></ion-content>',
})
export class ReportsPage {
  protected readonly http = inject(HttpClient);
}
