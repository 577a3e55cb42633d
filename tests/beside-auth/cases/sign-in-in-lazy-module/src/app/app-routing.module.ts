import { NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';
import { SessionGuard } from './session.guard';

const routes: Routes = [
  { path: '', redirectTo: 'tabs/feed', pathMatch: 'full' },
  { path: 'user', loadChildren: () => import('./user/user.module').then((m) => m.UserModule) },
  {
    path: 'tabs',
    canActivate: [SessionGuard],
    loadChildren: () => import('./tabs/tabs.module').then((m) => m.TabsModule),
  },
  { path: '**', redirectTo: 'tabs/feed' },
];

@NgModule({ imports: [RouterModule.forRoot(routes)], exports: [RouterModule] })
export class AppRoutingModule {}
