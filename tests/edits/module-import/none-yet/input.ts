import { NgModule } from '@angular/core';

@NgModule({ bootstrap: [AppComponent] })
export class AppModule {}
