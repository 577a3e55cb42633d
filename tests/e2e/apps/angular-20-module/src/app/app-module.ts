import { HTTP_INTERCEPTORS, HttpClientModule } from "@angular/common/http";
import { NgModule, provideBrowserGlobalErrorListeners } from "@angular/core";
import { BrowserModule } from "@angular/platform-browser";
import { RouteReuseStrategy } from "@angular/router";
import { IonicModule, IonicRouteStrategy } from "@ionic/angular";

import { App } from "./app";
import { AppRoutingModule } from "./app-routing-module";
import { LanguageInterceptor } from "./language-interceptor";

@NgModule({
	declarations: [App],
	imports: [BrowserModule, HttpClientModule, IonicModule.forRoot(), AppRoutingModule],
	providers: [
		provideBrowserGlobalErrorListeners(),
		{ provide: RouteReuseStrategy, useClass: IonicRouteStrategy },
		{ provide: HTTP_INTERCEPTORS, useClass: LanguageInterceptor, multi: true },
	],
	bootstrap: [App],
})
export class AppModule {}
