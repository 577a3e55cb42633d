import { TestBed } from '@angular/core/testing';
import { AuthMode } from 'capacitor-identity-vault';

import { IdentityService } from '../identity/identity.service';
import { session, setUp } from '../identity/testing';
import { TabTitle } from './tab-title';

describe('TabTitle', () => {
  let title: TabTitle;
  let isHidden = false;

  beforeEach(async () => {
    setUp();
    document.title = 'Notes';
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    await TestBed.inject(IdentityService).login(session, AuthMode.PasscodeOnly);
    title = TestBed.inject(TabTitle);
  });

  afterEach(() => {
    look(true);
    Reflect.deleteProperty(document, 'hidden');
  });

  function look(isBack: boolean): void {
    isHidden = !isBack;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('counts down while the app is out of sight, and is the app’s own again when it is back', () => {
    title.lockAfter = 5000;

    look(false);
    expect(document.title).toBe('Locks in 0:05 · Notes');

    look(true);
    expect(document.title).toBe('Notes');
  });

  it('counts nothing down where nothing locks', () => {
    look(false);

    expect(document.title).toBe('Notes');
  });
});
