import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { a } from './a';
import { b } from './b';

export const appConfig = {
  providers: [
    provideHttpClient(
      withInterceptors([a]),
      withInterceptors([b]),
    ),
  ],
};
