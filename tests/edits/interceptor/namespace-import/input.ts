import * as http from '@angular/common/http';

export const appConfig = { providers: [http.provideHttpClient()] };
