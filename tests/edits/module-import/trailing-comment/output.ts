import { NgModule } from '@angular/core';
import { HttpClientModule } from '@angular/common/http';

@NgModule({
  imports: [
    BrowserModule,
    IonicModule.forRoot({ mode: 'ios' }), // everywhere
    AppRoutingModule, /* last */
    HttpClientModule
    // HttpClientModule
  ],
})
export class AppModule {}
