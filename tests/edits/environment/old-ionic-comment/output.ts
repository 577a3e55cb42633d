// This file can be replaced during build by using the `fileReplacements` array.
// `ng build` replaces `environment.ts` with `environment.prod.ts`.

export const environment = {
  production: false, // set by hand
  identityVault: {
    loginUrl: 'http://localhost:3000/login',
    apiOrigins: ['http://localhost:3000']
  }
};

/*
 * For easier debugging in development mode, you can import the following file.
 */
// import 'zone.js/plugins/zone-error';
