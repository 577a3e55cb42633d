export const routes = [
  { path: 'home', component: HomePage }
] as Routes;