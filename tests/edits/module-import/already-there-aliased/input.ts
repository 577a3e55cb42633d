import { HttpClientModule as Http } from '@angular/common/http';
import { NgModule } from '@angular/core';

const COMMON = [BrowserModule, Http];

@NgModule({ imports: [COMMON, AppRoutingModule] })
export class AppModule {}
