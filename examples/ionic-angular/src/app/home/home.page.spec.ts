import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideIonicAngular } from '@ionic/angular';

import { environment } from '../../environments/environment';
import { HomePage } from './home.page';

describe('HomePage', () => {
  let fixture: ComponentFixture<HomePage>;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideIonicAngular({}),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(HomePage);
    fixture.componentInstance.ionViewWillEnter();
  });

  async function text(): Promise<string> {
    await fixture.whenStable();
    return fixture.nativeElement.textContent;
  }

  it('shows the name and the address of the user', async () => {
    http
      .expectOne(`${environment.apiUrl}/profile`)
      .flush({ name: 'Ada Lovelace', email: 'ada@example.com' });

    expect(await text()).toContain('Ada Lovelace');
    expect(await text()).toContain('ada@example.com');
  });

  it('says so when the user is not signed in', async () => {
    http
      .expectOne(`${environment.apiUrl}/profile`)
      .flush(null, { status: 401, statusText: 'Unauthorized' });

    expect(await text()).toContain('You are not signed in.');
  });

  it('suggests to try again when the server cannot be reached', async () => {
    http.expectOne(`${environment.apiUrl}/profile`).error(new ProgressEvent('error'));

    expect(await text()).toContain('try again');
  });
});
