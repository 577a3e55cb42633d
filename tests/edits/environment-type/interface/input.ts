export interface Environment {
  production: boolean;
  apiUrl: string;
}
