import { HTTP_INTERCEPTORS as INTERCEPTORS } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { AuthInterceptor as Auth } from '@app/identity/auth.interceptor';

const interceptors = [{ multi: true, useExisting: Auth, provide: INTERCEPTORS }];

@NgModule({ providers: [Auth, ...interceptors] })
export class AppModule {}
