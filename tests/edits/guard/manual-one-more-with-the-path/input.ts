export const routes: Routes = [
  { path: 'home', canMatch: [isTablet], component: TabletPage },
  { path: 'home', canMatch: [isPhone], component: PhonePage },
  { path: 'home', component: HomePage },
];
