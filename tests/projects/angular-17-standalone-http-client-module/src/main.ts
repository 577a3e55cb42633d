import { importProvidersFrom } from '@angular/core';
import { HttpClientModule, HTTP_INTERCEPTORS as INTERCEPTORS } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { RouterModule } from '@angular/router';
import { provideIonicAngular } from '@ionic/angular/standalone';
import { AppComponent } from './app/app.component';
import { LocaleInterceptor } from './app/locale.interceptor';
import { routes } from './app/routes';

void bootstrapApplication(AppComponent, {
	providers: [
		importProvidersFrom(HttpClientModule, RouterModule.forRoot(routes)),
		provideIonicAngular(),
		{ provide: INTERCEPTORS, useClass: LocaleInterceptor, multi: true },
	],
});
