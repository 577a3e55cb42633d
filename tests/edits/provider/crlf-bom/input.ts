import { HttpClientModule } from '@angular/common/http';
import { NgModule } from '@angular/core';
import { IonicRouteStrategy } from '@ionic/angular';

@NgModule({
    imports: [HttpClientModule],
    providers: [{ provide: RouteReuseStrategy, useClass: IonicRouteStrategy }],
})
export class AppModule {}
