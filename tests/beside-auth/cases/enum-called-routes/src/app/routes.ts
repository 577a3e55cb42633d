export enum Routes {
  Login = '/login',
  Todos = '/todos',
}
