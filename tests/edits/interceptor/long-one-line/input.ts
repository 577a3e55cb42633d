import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideIonicAngular } from '@ionic/angular/standalone';
import { routes } from './app/app.routes';

bootstrapApplication(AppComponent, { providers: [provideIonicAngular({ mode: 'ios' }), provideRouter(routes)] });
