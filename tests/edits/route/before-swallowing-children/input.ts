export const routes: Routes = [
  { path: 'about', component: AboutPage },
  {
    path: '',
    component: ShellComponent,
    children: [
      { path: 'home', component: HomePage },
      { path: '**', component: NotFoundPage },
    ],
  },
];
