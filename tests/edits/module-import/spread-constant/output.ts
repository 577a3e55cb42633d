import { NgModule } from '@angular/core';
import { HttpClientModule } from '@angular/common/http';

const COMMON = [BrowserModule, IonicModule.forRoot()];

@NgModule({
  imports: [ ...COMMON, HttpClientModule ],
})
export class AppModule {}
