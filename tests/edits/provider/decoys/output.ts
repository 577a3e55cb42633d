import { NgModule } from '@angular/core';
import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { AuthInterceptor } from './identity/auth.interceptor';

// @NgModule({ providers: [] }) export class AppModule {}
const text = '@NgModule({ providers: [] }) class AppModule {}';
const metadata = { providers: [] };

@NgModule({ providers: [] })
export class AppModuleServer {}

@Injectable()
@NgModule({ providers: [Ours, { provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true }] })
export class AppModule {
  providers = [];
}
