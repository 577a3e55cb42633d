import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';

bootstrapApplication(App, {
  providers: [
    provideRouter([
      { path: 'home', loadComponent: () => import('./app/home/home.page').then((m) => m.HomePage) },
      { path: '', redirectTo: 'home', pathMatch: 'full' },
      {
        path: 'login',
        loadComponent: () => import('./app/identity/login/login.page').then((m) => m.LoginPage),
      },
    ]),
  ],
});
