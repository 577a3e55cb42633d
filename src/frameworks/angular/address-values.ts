import { specifierFor } from '../../code/module-path.ts';
import { loginFieldNames } from '../../options/login-fields.ts';
import { addressesWithout } from './addresses.ts';
import type { AngularOptions } from './angular-options.ts';
import type { Addresses } from './edits/environment.ts';
import { fitted, identifier, textLiteral } from './spelling.ts';

/** Where the addresses of the builds are written, and how the server is spoken to. */
export function addressValues(options: AngularOptions, environmentFile: string | undefined): Record<string, string> {
  const { production, development } = addressesWithout(options);
  const path = `${options.codeDir}/addresses.ts`;
  return {
    environmentModule: environmentFile === undefined ? '' : textLiteral(specifierFor(path, { file: environmentFile })),
    productionLoginUrl: textLiteral(production.loginUrl),
    productionOrigins: originsMember(production, '      '),
    developmentLoginUrl: textLiteral(development.loginUrl),
    developmentOrigins: originsMember(development, '        '),
    ...bodyValues(options),
  };
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
