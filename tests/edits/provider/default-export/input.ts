import { NgModule } from '@angular/core';

@NgModule({
  providers: [Settings],
})
export default class {}
