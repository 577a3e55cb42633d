import { RouterModule as Router } from '@angular/router';

export const routing = Router.forRoot([
  { path: 'login', loadChildren: async () => (await import('@app/identity/login/login.module')).LoginPageModule },
]);
