export const routes: Routes = [
  { path: 'home', canMatch: [signedIn()], component: HomePage },
  { path: 'home', component: WelcomePage },
];
