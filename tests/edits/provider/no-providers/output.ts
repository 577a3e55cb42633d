import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { AppComponent } from './app.component';
import { AuthInterceptor } from './identity/auth.interceptor';

@NgModule({
  declarations: [AppComponent],
  imports: [
    BrowserModule, // first
  ],
  bootstrap: [AppComponent], // the only one
  providers: [{ provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true }],
})
export class AppModule {}
