import { NgModule } from '@angular/core';
import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { CustomerPortalAuthenticationInterceptor } from './identity/auth.interceptor';

@NgModule({
    providers: [
        {provide: RouteReuseStrategy, useClass: IonicRouteStrategy},
        {
            provide: HTTP_INTERCEPTORS,
            useClass: CustomerPortalAuthenticationInterceptor,
            multi: true,
        },
    ],
})
export class AppModule {}
