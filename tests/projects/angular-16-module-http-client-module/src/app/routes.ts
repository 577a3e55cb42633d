import { Routes } from '@angular/router'

export const routes: Routes = [
    { path: '', redirectTo: 'tabs', pathMatch: 'full' },
    { path: 'tabs', canActivate: [], loadChildren: () => import('./tabs/tabs.module').then(m => m.TabsPageModule) },
    { path: '**', redirectTo: 'tabs' }
]
