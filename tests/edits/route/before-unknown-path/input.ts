import { fallback } from 'some-pages';

export const routes = [
  { path: 'home', component: HomePage },
  { path: fallback.path, component: FallbackPage },
];
