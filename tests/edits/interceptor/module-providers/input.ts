import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { NgModule } from '@angular/core';

@NgModule({
  imports: [BrowserModule],
  providers: [provideHttpClient(withInterceptorsFromDi())],
})
export class AppModule {}
