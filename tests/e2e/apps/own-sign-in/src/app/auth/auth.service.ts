import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable } from 'rxjs';

import { environment } from '../../environments/environment';

export interface SignedIn {
  username: string;
  token: string;
  email: string;
}

const key = 'notes.session';

/** The sign-in this app had before it got a vault: its session is in the browser's storage, as in many apps. */
@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly http = inject(HttpClient);

  isSignedIn(): boolean {
    return localStorage.getItem(key) !== null;
  }

  signIn(username: string, password: string): Observable<SignedIn> {
    return this.http.post<SignedIn>(`${environment.apiUrl}/login`, { username, password });
  }

  remember(username: string, token: string): void {
    localStorage.setItem(key, `${username} ${token.length}`);
  }

  async signOut(): Promise<void> {
    localStorage.removeItem(key);
  }
}
