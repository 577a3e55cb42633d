import { NgModule } from '@angular/core';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { authInterceptor } from './identity/auth.interceptor';

@NgModule({
  imports: [BrowserModule],
  bootstrap: [AppComponent],
  providers: [provideHttpClient(withInterceptors([authInterceptor]))]
})
export class AppModule { }
