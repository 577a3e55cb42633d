import { coreProviders } from './core';

export const appConfig = {
  providers: [
    ...coreProviders,
  ],
};
