import { Component } from '@angular/core';
import { IonTabs } from '@ionic/angular/standalone';

@Component({
  selector: 'app-tabs',
  imports: [IonTabs],
  template: '<ion-tabs></ion-tabs>',
})
export class TabsPage {}
