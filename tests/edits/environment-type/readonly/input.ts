export interface Environment {
  readonly production: boolean;
  readonly apiUrl: string;
}
