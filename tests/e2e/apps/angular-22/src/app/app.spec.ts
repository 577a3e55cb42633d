import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideIonicAngular } from '@ionic/angular';
import { App } from './app';

describe('App', () => {
  it('renders the router outlet', () => {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideIonicAngular()] });
    const fixture = TestBed.createComponent(App);
    expect(fixture.nativeElement.querySelector('ion-router-outlet')).not.toBeNull();
  });
});
