import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { environment } from '../../environments/environment';

/** A server that is not on the list of those who get the token. `npm run demo` starts it. */
const foreignUrl = 'http://localhost:4301';

/** What a server says of the request that reached it. */
export interface Received {
  readonly hasToken: boolean;
}

@Injectable({ providedIn: 'root' })
export class Requests {
  private readonly http = inject(HttpClient);

  /** Asks a server of this app. */
  askOwn(): Promise<Received> {
    return this.ask(environment.apiUrl);
  }

  /** Asks a server of somebody else. */
  askForeign(): Promise<Received> {
    return this.ask(foreignUrl);
  }

  private ask(server: string): Promise<Received> {
    return firstValueFrom(this.http.get<Received>(`${server}/received`));
  }
}
