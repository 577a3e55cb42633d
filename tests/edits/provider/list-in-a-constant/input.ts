import { NgModule } from '@angular/core';

const PROVIDERS = [
  Settings,
];

@NgModule({ providers: PROVIDERS })
export class AppModule {}
