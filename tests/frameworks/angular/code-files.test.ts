import { expect, test } from 'vitest';
import { codeFiles } from '../../../src/frameworks/angular/code-files.ts';

test.each([
  ['authGuard', 'auth.guard'],
  ['identityGuard', 'identity.guard'],
  ['AuthGuard', 'auth.guard'],
  ['requireLogin', 'require-login.guard'],
  ['requireHTTPLogin2Guard', 'require-http-login2.guard'],
  ['guard', 'guard.guard'],
  ['Guard', 'guard.guard'],
  ['safeguard', 'safeguard.guard'],
  ['öffneGuard', 'öffne.guard'],
  ['$_Guard', '$_.guard'],
])('the guard %s is in %s', (guardName, guardFile) => {
  expect(codeFiles({ guardName, interceptorName: 'authInterceptor' })).toEqual({
    guardFile,
    interceptorFile: 'auth.interceptor',
  });
});

test.each([
  ['identityInterceptor', 'identity.interceptor'],
  ['withToken', 'with-token.interceptor'],
])('the interceptor %s is in %s', (interceptorName, interceptorFile) => {
  expect(codeFiles({ guardName: 'authGuard', interceptorName }).interceptorFile).toBe(interceptorFile);
});
