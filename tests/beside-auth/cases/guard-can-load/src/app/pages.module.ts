import { Component, NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { AuthService } from './auth.service';

@Component({
  selector: 'app-home',
  standalone: false,
  template: '<ion-content><ion-button (click)="auth.logout()">Sign out</ion-button></ion-content>',
})
export class HomePage {
  constructor(readonly auth: AuthService) {}
}

@Component({ selector: 'app-files', standalone: false, template: '<ion-content><h1>Files</h1></ion-content>' })
export class FilesPage {}

@NgModule({
  declarations: [HomePage],
  imports: [IonicModule, RouterModule.forChild([{ path: '', component: HomePage }])],
})
export class HomeModule {}

@NgModule({
  declarations: [FilesPage],
  imports: [IonicModule, RouterModule.forChild([{ path: '', component: FilesPage }])],
})
export class FilesModule {}
