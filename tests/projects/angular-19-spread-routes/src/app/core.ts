import { provideHttpClient } from '@angular/common/http';

export const coreProviders = [provideHttpClient()];
