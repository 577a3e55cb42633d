export const routes = [
  { path: 'start', component: HomePage },
];
