import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideIonicAngular } from '@ionic/angular/standalone';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { routes } from './app/app.routes';
import { authInterceptor } from './app/identity/auth.interceptor';

bootstrapApplication(AppComponent, { providers: [provideIonicAngular({ mode: 'ios' }), provideRouter(routes), provideHttpClient(withInterceptors([authInterceptor]))] });
