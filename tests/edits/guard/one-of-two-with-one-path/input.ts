export const routes: Routes = [
  { path: 'home', canMatch: [isPhone], component: PhonePage },
  { path: 'home', component: HomePage },
];
