export const environment: Record<string, string | boolean> = {
  production: true,
};
