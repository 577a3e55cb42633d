const LOGIN = 'login';

export const routes = [
  { path: LOGIN, component: OtherPage },
  { path: 'home', component: HomePage },
];
