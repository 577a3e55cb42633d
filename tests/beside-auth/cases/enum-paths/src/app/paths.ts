export enum Paths {
  Login = 'login',
  Home = 'main',
  Card = 'card/:id',
}
