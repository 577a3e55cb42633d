import { NgModule } from '@angular/core';

@NgModule({
    providers: [
        {provide: RouteReuseStrategy, useClass: IonicRouteStrategy},
    ],
})
export class AppModule {}
