import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
import { AnmeldenPage } from './anmelden.page';

@NgModule({
  declarations: [AnmeldenPage],
  imports: [IonicModule, RouterModule.forChild([{ path: '', component: AnmeldenPage }])],
})
export class AnmeldenModule {}
