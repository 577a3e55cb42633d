import { NgModule } from '@angular/core';

const COMMON = [BrowserModule, IonicModule.forRoot()];

@NgModule({
  imports: [ ...COMMON ],
})
export class AppModule {}
