export const routes: Routes = [{ path: 'home', component: HomePage }, { path: 'about', component: AboutPage }];
