import { secured } from './secured';

export const routes: Routes = [
  { path: 'home', component: HomePage, ...secured },
];
