import { NgModule } from '@angular/core'
import { BrowserModule } from '@angular/platform-browser'
import { RouteReuseStrategy } from '@angular/router'
import { IonicModule, IonicRouteStrategy } from '@ionic/angular'
import { CoreModule } from '@core/core.module'
import { httpInterceptorProviders } from '@core/interceptors'
import { AppComponent } from './app.component'
import { AppRoutingModule } from './app-routing.module'

const COMMON = [BrowserModule, IonicModule.forRoot({ mode: 'md' })]

@NgModule({
    declarations: [AppComponent],
    imports: [...COMMON, CoreModule.forRoot(), AppRoutingModule],
    providers: [
        { provide: RouteReuseStrategy, useClass: IonicRouteStrategy },
        httpInterceptorProviders // outside-in
    ],
    bootstrap: [AppComponent]
})
export default class AppModule {}
