export const appConfig = {
  providers: makeProviders(),
};
