import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { shellRoutes } from '@acme/mobile-shell';

export const appConfig: ApplicationConfig = {
    providers: [
        provideRouter(shellRoutes),
    ],
};
