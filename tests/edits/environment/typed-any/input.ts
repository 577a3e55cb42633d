export const environment: any = {
  production: true,
};
