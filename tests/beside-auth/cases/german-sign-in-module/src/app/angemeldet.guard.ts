import { Injectable } from '@angular/core';
import { CanActivate, Router } from '@angular/router';
import { Pfad } from './pfad';
import { SitzungService } from './sitzung.service';

@Injectable({ providedIn: 'root' })
export class AngemeldetGuard implements CanActivate {
  constructor(private sitzung: SitzungService, private router: Router) {}

  canActivate(): boolean {
    if (this.sitzung.istAngemeldet()) {
      return true;
    }
    this.router.navigate([Pfad.Anmelden]);
    return false;
  }
}
