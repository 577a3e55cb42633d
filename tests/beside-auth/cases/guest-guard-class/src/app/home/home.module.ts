import { Component, NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { AuthService } from '../services/auth.service';

@Component({
  selector: 'app-home',
  standalone: false,
  template: '<ion-content><ion-button (click)="auth.logout()">Sign out</ion-button></ion-content>',
})
export class HomePage {
  constructor(public auth: AuthService) {}
}

@NgModule({
  declarations: [HomePage],
  imports: [IonicModule, RouterModule.forChild([{ path: '', component: HomePage }])],
})
export class HomePageModule {}
