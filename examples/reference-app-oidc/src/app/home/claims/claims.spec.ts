import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router } from '@angular/router';
import { AuthMode } from 'capacitor-identity-vault';
import { OidcError } from 'capacitor-identity-vault/oidc';

import { LOGIN_PATH } from '../../identity/identity.navigation';
import { IdentityService } from '../../identity/identity.service';
import { session, setUp, type ProviderStandIn } from '../../identity/testing';
import { Claims } from './claims';

describe('Claims', () => {
  let fixture: ComponentFixture<Claims>;
  let provider: ProviderStandIn;
  const idToken = `e30.${btoa(JSON.stringify({ sub: 'ada-1' }))}.c2ln`;

  beforeEach(async () => {
    setUp();
    const identity = TestBed.inject(IdentityService);
    provider = identity.client as ProviderStandIn;
    await identity.login({ ...session, idToken }, AuthMode.PasscodeOnly);
    fixture = TestBed.createComponent(Claims);
    await fixture.whenStable();
  });

  const page = () => fixture.nativeElement as HTMLElement;

  async function refresh(): Promise<void> {
    page().querySelector('ion-button')?.click();
    await fixture.whenStable();
  }

  it('shows what the ID token says, and not the token', () => {
    expect(page().querySelector('[data-claim=sub]')?.textContent).toBe('ada-1');
    expect(page().textContent).not.toContain(idToken);
  });

  it('says that there are new tokens', async () => {
    await refresh();

    expect(page().textContent).toContain('You have new tokens.');
  });

  for (const { code, isOver } of [
    { code: 'SessionExpired', isOver: true },
    { code: 'ProviderUnreachable', isOver: false },
  ] as const) {
    it(`${isOver ? 'goes to the login page' : 'stays, and says why,'} after ${code}`, async () => {
      provider.refresh = () => Promise.reject(new OidcError(code, 'For specs.'));

      await refresh();

      expect(TestBed.inject(Router).url.startsWith(LOGIN_PATH)).toBe(isOver);
      expect(page().textContent?.includes('For specs.')).toBe(!isOver);
    });
  }
});
