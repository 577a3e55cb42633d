import { describe, expect, test } from 'vitest';
import { addressesFor, addressesWithout } from '../../../src/frameworks/angular/addresses.ts';
import type { Environment } from '../../../src/frameworks/angular/angular-facts.ts';

const api = 'https://api.example.com';
const staging = 'https://staging.example.com';
const files = 'https://files.example.com';
const local = 'http://localhost:3000';

const environment = (use: Environment['use'], ...origins: string[]): Environment => ({
  path: `src/environments/environment.${use}.ts`,
  configurations: [use],
  use,
  saysProduction: use === 'production',
  origins,
});

/** The origins that each file gets, in the order of the files. */
function given(environments: readonly Environment[], apiOrigins: readonly string[], urls = {}) {
  const asked = { apiOrigins, loginUrl: '/login', refreshUrl: '', ...urls };
  return environments.map((one) => addressesFor(one, environments, asked));
}

describe('the origins of an environment', () => {
  test.each<{ case: string; environments: Environment[]; confirmed: string[]; are: string[][] }>([
    {
      case: 'are those that its file names',
      environments: [environment('production', api), environment('development', local), environment('other', staging)],
      confirmed: [api, local, staging],
      are: [[api], [local], [staging]],
    },
    {
      case: 'are none that nobody confirmed',
      environments: [environment('production', api), environment('development', local)],
      confirmed: [api],
      are: [[api], []],
    },
    {
      case: 'are the local ones for development and the rest for production, where no file names any',
      environments: [environment('production'), environment('development'), environment('other')],
      confirmed: [local, api, files],
      are: [[api, files], [local], []],
    },
    {
      case: 'of production have what no file names, too',
      environments: [environment('production', api), environment('development', local)],
      confirmed: [files, api, local],
      are: [[files, api], [local]],
    },
    {
      case: 'of production are never local, though its file names one',
      environments: [environment('production', local), environment('development', local)],
      confirmed: [local],
      are: [[], [local]],
    },
    {
      case: 'of development are those of production only where its own file names them',
      environments: [environment('production', api), environment('development', api)],
      confirmed: [api],
      are: [[api], [api]],
    },
    {
      case: 'are never local where a file says that it is for production',
      environments: [environment('production', api), { ...environment('other', staging, local), saysProduction: true }],
      confirmed: [api, staging, local],
      are: [[api], [staging]],
    },
    {
      case: 'of development are none that another build has for itself',
      environments: [environment('production'), environment('development'), environment('other', local)],
      confirmed: [local],
      are: [[], [], [local]],
    },
  ])('$case', ({ environments, confirmed, are }) => {
    expect(given(environments, confirmed).map(({ apiOrigins }) => apiOrigins)).toEqual(are);
  });
});

describe('where the login page posts to', () => {
  const both = [environment('production', api), environment('development', local)];

  test.each<{ case: string; loginUrl: string; are: string[]; confirmed?: string[] }>([
    {
      case: 'a path is at the first origin',
      loginUrl: '/v1/sessions',
      are: [`${api}/v1/sessions`, `${local}/v1/sessions`],
    },
    {
      case: 'an address of its own is for production, and its path for development',
      loginUrl: 'https://id.example.com/oauth/token',
      are: ['https://id.example.com/oauth/token', `${local}/oauth/token`],
    },
    { case: 'a local address is not for production', loginUrl: `${local}/in`, are: [`${api}/in`, `${local}/in`] },
    { case: 'nowhere, where a build has no origin', loginUrl: '/login', confirmed: [api], are: [`${api}/login`, ''] },
  ])('$case', ({ loginUrl, are, confirmed = [api, local] }) => {
    expect(given(both, confirmed, { loginUrl }).map((one) => one.loginUrl)).toEqual(are);
  });
});

describe('where tokens are renewed', () => {
  const both = [environment('production', api), environment('development', local)];
  const of = (refreshUrl: string, confirmed = [api, local]) =>
    given(both, confirmed, { refreshUrl }).map((one) => one.refreshUrl);

  test('is chosen for each build as the address to sign in is', () => {
    expect(of('/refresh')).toEqual([`${api}/refresh`, `${local}/refresh`]);
    expect(of('https://id.example.com/token')).toEqual(['https://id.example.com/token', `${local}/token`]);
    expect(of(`${local}/refresh`)).toEqual([`${api}/refresh`, `${local}/refresh`]);
    expect(of('/refresh', [api])).toEqual([`${api}/refresh`, '']);
  });

  test('is not said where no build renews them', () => {
    expect(given(both, [api]).some((one) => 'refreshUrl' in one)).toBe(false);
  });
});

test('without environments, what is local is for development and the rest for production', () => {
  expect(addressesWithout({ apiOrigins: [api, local, files], loginUrl: '/login', refreshUrl: '' })).toEqual({
    production: { loginUrl: `${api}/login`, apiOrigins: [api, files] },
    development: { loginUrl: `${local}/login`, apiOrigins: [local] },
  });
  expect(addressesWithout({ apiOrigins: [api], loginUrl: '/login', refreshUrl: '' }).development).toEqual({
    loginUrl: '',
    apiOrigins: [],
  });
});

test('a host that only begins like this machine is not local', () => {
  const { production } = addressesWithout({
    apiOrigins: ['https://localhost.example.com'],
    loginUrl: '/login',
    refreshUrl: '',
  });
  expect(production.apiOrigins).toEqual(['https://localhost.example.com']);
});
