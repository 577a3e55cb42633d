import { isDevMode } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';

export const appConfig = {
  providers: [isDevMode() ? [provideHttpClient()] : []],
};
