export const routes = [
  { path: 'home', component: HomePage },
  { matcher: isHandle, component: ProfilePage },
];
