import { NgModule } from '@angular/core';

@NgModule({
  imports: [BrowserModule],
  bootstrap: [AppComponent]
})
export class AppModule { }
