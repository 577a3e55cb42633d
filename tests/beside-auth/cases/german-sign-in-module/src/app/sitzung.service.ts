import { Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Pfad } from './pfad';

@Injectable({ providedIn: 'root' })
export class SitzungService {
  constructor(private router: Router) {}

  istAngemeldet(): boolean {
    return !!localStorage.getItem('token');
  }

  anmelden(name: string): void {
    localStorage.setItem('token', name);
  }

  abmelden(): Promise<boolean> {
    localStorage.removeItem('token');
    return this.router.navigate(['/', Pfad.Anmelden]);
  }
}
