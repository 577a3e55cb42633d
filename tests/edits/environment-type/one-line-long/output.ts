export interface Environment {
  production: boolean;
  apiUrl: string;
  staging: boolean;
  identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}

export const x = 1;
