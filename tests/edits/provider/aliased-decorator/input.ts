import { NgModule as Module } from '@angular/core';

@Module({
  providers: [Settings],
})
class Root {}

export { Root as AppModule };
