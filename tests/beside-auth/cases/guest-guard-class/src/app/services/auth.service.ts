import { Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { BehaviorSubject } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class AuthService {
  readonly token$ = new BehaviorSubject<string | null>(localStorage.getItem('token'));

  constructor(private router: Router) {}

  login(name: string) {
    localStorage.setItem('token', 'token-of-' + name);
    this.token$.next('token-of-' + name);
  }

  logout() {
    localStorage.removeItem('token');
    this.token$.next(null);
    this.router.navigate(['/login']);
  }
}
