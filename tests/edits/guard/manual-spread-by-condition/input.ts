export const routes: Routes = [
  { path: 'home', component: HomePage, ...(isNative ? secured : {}) },
];
