export interface Environment {
  production: boolean;
}
