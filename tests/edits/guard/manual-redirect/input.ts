export const routes = [
  { path: 'home', redirectTo: 'tabs/home' },
];
