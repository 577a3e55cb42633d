import type { AngularOptions } from './angular-options.ts';
import type { AngularVersions } from './code-shape.ts';
import { fitted, identifier } from './spelling.ts';

/** Are tokens renewed: by the app's own server, or by its provider? */
export function renewsTokens({ auth, refreshUrl }: Pick<AngularOptions, 'auth' | 'refreshUrl'>): boolean {
  return auth === 'oidc' || refreshUrl !== '';
}

/** What is added where tokens are renewed; empty where they are not. */
export function refreshValues(options: AngularOptions, { major }: AngularVersions): Record<string, string> {
  const isOidc = options.auth === 'oidc';
  const renews = renewsTokens(options);
  const field = identifier(options.refreshTokenField);
  return {
    refreshSession: renews ? refreshSession(identifier(options.sessionName)) : '',
    refreshTokenField: field,
    refreshBody: field === 'refreshToken' ? '{ refreshToken }' : `{ ${field}: refreshToken }`,
    // Signals are stable since 17.
    shownSession: major >= 17 ? 'identity.session()' : '(await firstValueFrom(identity.session$))',
    ...arrivalValues(!isOidc && renews && options.expiryField !== ''),
  };
}

/** The moment of the answer is noted where something is done about the time that it names. */
function arrivalValues(isNoted: boolean): Record<string, string> {
  return {
    receivedImport: isNoted ? "import { received } from 'capacitor-identity-vault/http';\n" : '',
    arrivedSession: isNoted ? 'received(session)' : 'session',
  };
}

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
