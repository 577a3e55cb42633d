export const environment = Object.freeze({
  production: true,
});
