import { Component, NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { SitzungService } from '../sitzung.service';

@Component({
  selector: 'app-start',
  standalone: false,
  template: '<ion-content><ion-button (click)="sitzung.abmelden()">Abmelden</ion-button></ion-content>',
})
export class StartPage {
  constructor(public sitzung: SitzungService) {}
}

@NgModule({
  declarations: [StartPage],
  imports: [IonicModule, RouterModule.forChild([{ path: '', component: StartPage }])],
})
export class StartModule {}
