import { NgModule } from '@angular/core';

@NgModule({
  imports: [
    BrowserModule,
    IonicModule.forRoot({ mode: 'ios' }), // everywhere
    AppRoutingModule /* last */
    // HttpClientModule
  ],
})
export class AppModule {}
