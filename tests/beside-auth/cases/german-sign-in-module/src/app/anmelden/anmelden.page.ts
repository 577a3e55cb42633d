import { Component } from '@angular/core';
import { Router } from '@angular/router';
import { SitzungService } from '../sitzung.service';

@Component({
  selector: 'app-anmelden',
  standalone: false,
  template: '<ion-content><ion-button (click)="weiter()">Anmelden</ion-button></ion-content>',
})
export class AnmeldenPage {
  constructor(private sitzung: SitzungService, private router: Router) {}

  async weiter(): Promise<void> {
    this.sitzung.anmelden('ada');
    await this.router.navigate(['/start']);
  }
}
