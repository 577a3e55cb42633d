import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { AuthMode } from 'capacitor-identity-vault';

import { IdentityService } from '../identity/identity.service';
import { session, setUp } from '../identity/testing';
import { HomePage } from './home.page';

describe('HomePage', () => {
  let fixture: ComponentFixture<HomePage>;
  let http: HttpTestingController;

  beforeEach(async () => {
    setUp();
    http = TestBed.inject(HttpTestingController);
    await TestBed.inject(IdentityService).login(session, AuthMode.PasscodeOnly);
    fixture = TestBed.createComponent(HomePage);
    fixture.componentInstance.ionViewWillEnter();
  });

  afterEach(() => {
    fixture.componentInstance.ionViewWillLeave();
  });

  it('says what protects the session', async () => {
    await expectText('Only you can open it');
  });

  it('tells which server got the token', async () => {
    (await requestBy('Ask a foreign server')).flush({ hasToken: false });

    await expectText('A foreign server got the request without the token.');
  });

  it('tells why a server gave no answer', async () => {
    (await requestBy('Ask your server')).error(new ProgressEvent('error'));

    await expectText('The server can’t be reached.');
  });

  /** What the page does goes over the vault, and so takes its time. */
  async function until<T>(look: () => T | undefined): Promise<T> {
    for (let left = 100; left > 0; left -= 1) {
      await fixture.whenStable();
      const found = look();
      if (found !== undefined) {
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('That did not happen within a second.');
  }

  async function expectText(words: string): Promise<void> {
    const text = () => (fixture.nativeElement as HTMLElement).textContent ?? '';

    expect(await until(() => (text().includes(words) ? text() : undefined))).toContain(words);
  }

  async function requestBy(words: string): Promise<TestRequest> {
    await expectText('What is stored is encrypted.');
    button(words).click();
    return until(() => http.match(({ url }) => url.endsWith('/received')).at(0));
  }

  function button(words: string): HTMLElement {
    const all = [...(fixture.nativeElement as HTMLElement).querySelectorAll('ion-button')];
    const found = all.find((each) => each.textContent?.includes(words));
    if (!found) {
      throw new Error(`There is no button ${words}`);
    }
    return found;
  }
});
