import { NgModule, provideBrowserGlobalErrorListeners } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular/lazy';

import { App } from './app';

@NgModule({
  declarations: [
    App
  ],
  imports: [
    BrowserModule,
    IonicModule.forRoot(),
    RouterModule.forRoot([
      { path: 'login', loadChildren: () => import('./login/login-module').then(m => m.LoginModule) },
      { path: 'stock', loadChildren: () => import('./stock/stock-module').then(m => m.StockModule) },
      { path: ':id', loadChildren: () => import('./item/item-module').then(m => m.ItemModule) },
    ], { bindToComponentInputs: true })
  ],
  providers: [
    provideBrowserGlobalErrorListeners()
  ],
  bootstrap: [App]
})
export class AppModule { }
