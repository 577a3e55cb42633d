import { NgModule } from '@angular/core';
import { RouterModule, Routes } from '@angular/router';
import { AngemeldetGuard } from './angemeldet.guard';
import { Pfad } from './pfad';

const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: Pfad.Start },
  { path: Pfad.Anmelden, loadChildren: () => import('./anmelden/anmelden.module').then((m) => m.AnmeldenModule) },
  {
    path: Pfad.Start,
    loadChildren: () => import('./start/start.module').then((m) => m.StartModule),
    canActivate: [AngemeldetGuard],
  },
];

@NgModule({ imports: [RouterModule.forRoot(routes)], exports: [RouterModule] })
export class AppRoutingModule {}
