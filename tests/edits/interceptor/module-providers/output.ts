import { provideHttpClient, withInterceptorsFromDi, withInterceptors } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { authInterceptor } from './identity/auth.interceptor';

@NgModule({
  imports: [BrowserModule],
  providers: [provideHttpClient(withInterceptorsFromDi(), withInterceptors([authInterceptor]))],
})
export class AppModule {}
