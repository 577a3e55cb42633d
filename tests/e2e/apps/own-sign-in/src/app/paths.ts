/** Where the pages of this app are. */
export enum Paths {
  Auth = 'auth',
  SignIn = 'sign-in',
  Overview = 'overview',
  Orders = 'orders',
  Chat = 'chat',
  Profile = 'profile',
  Settings = 'settings',
  About = 'about',
}
