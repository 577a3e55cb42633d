import { enableProdMode } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { HTTP_INTERCEPTORS, provideHttpClient, withInterceptorsFromDi } from "@angular/common/http";
import { RouteReuseStrategy, provideRouter } from "@angular/router";
import { IonicRouteStrategy, provideIonicAngular } from "@ionic/angular/standalone";
import { AppComponent } from "./app/app.component";
import { LegacyInterceptor } from "./app/legacy.interceptor";
import { environment } from "./environments/environment";

if (environment.production) {
    enableProdMode();
}

bootstrapApplication(AppComponent, {
    providers: [
        { provide: RouteReuseStrategy, useClass: IonicRouteStrategy },
        { provide: HTTP_INTERCEPTORS, useClass: LegacyInterceptor, multi: true },
        provideIonicAngular({ mode: "ios" }),
        provideHttpClient(withInterceptorsFromDi()),
        provideRouter([
            { path: "home", loadComponent: () => import("./app/home/home.page").then((m) => m.HomePage) },
            { path: "login", loadComponent: () => import("./app/login/login.page").then((m) => m.LoginPage) },
            { path: "", redirectTo: "home", pathMatch: "full" }
        ])
    ]
});
