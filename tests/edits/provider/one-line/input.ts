import { NgModule } from '@angular/core';
import { AppComponent } from './app.component';

@NgModule({ declarations: [AppComponent], providers: [], bootstrap: [AppComponent] })
export class AppModule {}
