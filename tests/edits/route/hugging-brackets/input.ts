export const routes: Routes = [{
  path: 'home',
  component: HomePage,
}, {
  path: '**',
  redirectTo: 'home',
}];
