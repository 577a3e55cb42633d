import { NgModule } from '@angular/core';
import { IonicModule } from '@ionic/angular';
import { LogInPage } from './log-in.page';
import { UserRoutingModule } from './user-routing.module';

@NgModule({ declarations: [LogInPage], imports: [IonicModule, UserRoutingModule] })
export class UserModule {}
