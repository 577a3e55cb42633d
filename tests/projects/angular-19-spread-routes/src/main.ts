import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { App } from './app/app';
import { coreProviders } from './app/core';
import { routes } from './app/routes';

bootstrapApplication(App, { providers: [...coreProviders, provideRouter(routes)] });
