export type Environment = {
  production: boolean,
  apiUrl: string
}
