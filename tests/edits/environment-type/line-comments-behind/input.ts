export interface Environment {
  production: boolean; // for users
  apiUrl: string; // the server
}
