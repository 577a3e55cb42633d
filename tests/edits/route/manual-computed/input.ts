export const routes = withReadyResolver([
  { path: 'home', component: HomePage },
]);
