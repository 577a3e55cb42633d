import { HttpClientModule, HTTP_INTERCEPTORS } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { IonicRouteStrategy } from '@ionic/angular';
import { AuthInterceptor } from './identity/auth.interceptor';

@NgModule({
    imports: [HttpClientModule],
    providers: [
        { provide: RouteReuseStrategy, useClass: IonicRouteStrategy },
        { provide: HTTP_INTERCEPTORS, useClass: AuthInterceptor, multi: true },
    ],
})
export class AppModule {}
