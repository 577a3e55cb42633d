export const routes = [
  { path: 'home', component: HomePage },
  { path: 'login', component: OldLoginPage },
];
