import { addressesWithout } from './addresses.ts';
import type { AngularOptions } from './angular-options.ts';
import type { AngularVersions } from './code-shape.ts';
import { fitted, identifier, textLiteral } from './spelling.ts';

/** What is added where tokens are renewed; empty where they are not. */
export function refreshValues(options: AngularOptions, { major }: AngularVersions): Record<string, string> {
  const renews = options.refreshUrl !== '';
  const { production, development } = addressesWithout(options);
  const field = identifier(options.refreshTokenField);
  return {
    refreshAddress: renews ? addressMember : '',
    productionRefreshUrl: member('      ', production.refreshUrl),
    developmentRefreshUrl: member('        ', development.refreshUrl),
    refreshAddressSample: member('  ', renews ? 'https://api.invalid/refresh' : undefined),
    refreshSession: renews ? refreshSession(identifier(options.sessionName)) : '',
    refreshTokenField: field,
    refreshBody: field === 'refreshToken' ? '{ refreshToken }' : `{ ${field}: refreshToken }`,
    // Signals are stable since 17.
    shownSession: major >= 17 ? 'identity.session()' : '(await firstValueFrom(identity.session$))',
    ...arrivalValues(renews && options.expiryField !== ''),
  };
}

/** The moment of the answer is noted where something is done about the time that it names. */
function arrivalValues(isNoted: boolean): Record<string, string> {
  return {
    receivedImport: isNoted ? "import { received } from 'capacitor-identity-vault/http';\n" : '',
    arrivedSession: isNoted ? 'received(session)' : 'session',
  };
}

function member(indentation: string, url: string | undefined): string {
  return url === undefined ? '' : `\n${indentation}refreshUrl: ${textLiteral(url)},`;
}

const addressMember = `
  /** Where tokens are renewed. Empty: who has a token that is over signs in again. */
  readonly refreshUrl?: string;`;

function refreshSession(sessionName: string): string {
  const parameters = ['rejected: string', `refresh: (session: ${sessionName}) => Promise<${sessionName}>`];
  return `  /** Also shows the new session. */
${fitted('  override async refreshSession(', parameters, ') {')}
    const session = await super.refreshSession(rejected, refresh);
    await this.followVault();
    return session;
  }

`;
}
