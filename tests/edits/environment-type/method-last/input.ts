export interface Environment {
  production: boolean;
  log(text: string): void;
}
