import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { LoginPage } from './login.page';

@NgModule({
  declarations: [LoginPage],
  imports: [IonicModule, RouterModule.forChild([{ path: '', component: LoginPage }])],
})
export class LoginPageModule {}
