import { provideHttpClient } from '@angular/common/http';
import { features } from './core/http';

export const appConfig = {
  providers: [provideHttpClient(...features)],
};
