import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { BehaviorSubject } from 'rxjs';

interface User {
  readonly name: string;
}

@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly router = inject(Router);
  private readonly user = new BehaviorSubject<User | undefined>(stored());
  readonly user$ = this.user.asObservable();

  async login(name: string, password: string): Promise<void> {
    localStorage.setItem('token', `${name}:${password.length}`);
    this.user.next({ name });
  }

  async logout(): Promise<void> {
    localStorage.removeItem('token');
    this.user.next(undefined);
    await this.router.navigateByUrl('/login');
  }
}

function stored(): User | undefined {
  const token = localStorage.getItem('token');
  return token === null ? undefined : { name: token.split(':')[0] ?? '' };
}
