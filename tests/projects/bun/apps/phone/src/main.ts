import { bootstrapApplication } from '@angular/platform-browser'
import { provideRouter } from '@angular/router'

const routes = [{ path: '', redirectTo: 'feed', pathMatch: 'full' as const }, { path: 'feed', loadComponent: () => import('./feed') }]

void bootstrapApplication(class {}, { providers: [provideRouter(routes)] })
