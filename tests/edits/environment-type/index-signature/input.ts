export interface Environment {
  production: boolean;
  [key: string]: unknown;
}
