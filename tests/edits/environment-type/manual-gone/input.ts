export interface Settings {
  production: boolean;
}
