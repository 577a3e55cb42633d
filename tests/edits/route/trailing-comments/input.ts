export const routes: Routes = [
  { path: 'home', component: HomePage }, // start
  // { path: 'old', component: OldPage },
  { path: 'about', component: AboutPage } // keep last
  // { path: 'login', component: OldLoginPage },
];
