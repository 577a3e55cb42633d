const titled = { title: 'Shop' };

export const routes: Routes = [
  { path: 'home', component: HomePage, ...titled, ...{ data: { page: 1 } } },
];
