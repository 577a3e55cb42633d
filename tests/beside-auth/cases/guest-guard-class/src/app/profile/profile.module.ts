import { Component, NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';
import { IonicModule } from '@ionic/angular';

@Component({ selector: 'app-profile', standalone: false, template: '<ion-content><h1>Profile</h1></ion-content>' })
export class ProfilePage {}

const routes: Routes = [{ path: '', component: ProfilePage }];

@NgModule({ declarations: [ProfilePage], imports: [IonicModule, RouterModule.forChild(routes)] })
export class ProfilePageModule {}
