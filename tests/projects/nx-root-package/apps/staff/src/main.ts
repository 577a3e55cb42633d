import { bootstrapApplication } from '@angular/platform-browser';
import { provideIonicAngular, IonApp } from '@ionic/angular/standalone';
import { appConfig } from './app/app.config';

bootstrapApplication(IonApp, appConfig);
