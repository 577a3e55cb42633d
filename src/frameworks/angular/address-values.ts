import { specifierFor } from '../../code/module-path.ts';
import { loginFieldNames } from '../../options/login-fields.ts';
import { addressesWithout } from './addresses.ts';
import type { AngularOptions } from './angular-options.ts';
import { textMembers, type Addresses } from './edits/environment.ts';
import { fitted, identifier, textLiteral } from './spelling.ts';

/** Where the addresses of the builds are written, and how the server is spoken to. */
export function addressValues(options: AngularOptions, environmentFile: string | undefined): Record<string, string> {
  const { production, development } = addressesWithout(options);
  const path = `${options.codeDir}/addresses.ts`;
  return {
    environmentModule: environmentFile === undefined ? '' : textLiteral(specifierFor(path, { file: environmentFile })),
    addressMembers: memberTypes(options),
    productionAddresses: members(production, '      '),
    developmentAddresses: members(development, '        '),
    ...emptyValues(production),
    addressSamples: textMembers(samplesLike(production))
      .map(([name, value]) => `  ${name}: ${textLiteral(value)},`)
      .join('\n'),
    ...bodyValues(options),
  };
}

/** Of a build that has nobody to talk to. */
function emptyValues(addresses: Addresses): Record<string, string> {
  const names = textMembers(addresses).flatMap(([name]) => (name === 'refreshUrl' ? [] : [name]));
  const none = `{ ${names.map((name) => `${name}: '', `).join('')}apiOrigins: [] }`;
  const members = ['provide: IDENTITY_ADDRESSES', `useValue: ${none}`];
  return {
    noAddresses: none,
    nowhere: fitted('    const nowhere = { ', members, ' };'),
  };
}

/** The texts of a build, each on its line, then the origins. */
function members(addresses: Addresses, indentation: string): string {
  const texts = textMembers(addresses).map(([name, value]) => `${indentation}${name}: ${textLiteral(value)},\n`);
  return `${texts.join('')}${originsMember(addresses, indentation)}`;
}

/** For specs: `.invalid` is nobody's. */
function samplesLike(addresses: Addresses): Addresses {
  const samples = {
    loginUrl: 'https://api.invalid/sign-in',
    refreshUrl: 'https://api.invalid/refresh',
    issuer: 'https://login.invalid',
    clientId: 'notes',
  };
  return {
    ...Object.fromEntries(textMembers(addresses).map(([name]) => [name, Reflect.get(samples, name)])),
    apiOrigins: [],
  };
}

const memberDocs = {
  loginUrl: '/** Where the login page posts to. Empty: there is nowhere to sign in. */\n  readonly loginUrl: string;',
  refreshUrl:
    '/** Where tokens are renewed. Empty: who has a token that is over signs in again. */\n  readonly refreshUrl?: string;',
  issuer:
    '/** The OpenID provider, as its discovery document names itself. Empty: there is nowhere to sign in. */\n  readonly issuer: string;',
  clientId: '/** What the provider calls this app; no secret. */\n  readonly clientId: string;',
} as const;

function memberTypes({ auth, refreshUrl }: AngularOptions): string {
  const generic = refreshUrl === '' ? (['loginUrl'] as const) : (['loginUrl', 'refreshUrl'] as const);
  const names = auth === 'oidc' ? (['issuer', 'clientId'] as const) : generic;
  return names.map((name) => `  ${memberDocs[name]}`).join('\n');
}

function originsMember({ apiOrigins }: Addresses, indentation: string): string {
  return fitted(`${indentation}apiOrigins: [`, apiOrigins.map(textLiteral), '],');
}

function bodyValues(options: AngularOptions): Record<string, string> {
  const { username, password } = loginFieldNames(options.loginFields);
  const member = (name: string, value: string): string => (name === value ? value : `${identifier(name)}: ${value}`);
  return {
    loginBody: `{ ${member(username, 'username')}, ${member(password, 'password')} }`,
    loginBodySample: `{ ${identifier(username)}: 'ada', ${identifier(password)}: 'secret' }`,
  };
}
