import { isVaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import { OidcError } from '../oidc-error.ts';

const UNAVAILABLE = 'Native code can not do this here: there is no browser for it, or it is older than its JavaScript.';

/** What native code refuses, as an error of `/oidc`: the app is told what to change. @throws OidcError `ProviderNotTrusted`, `NotSupported` */
export async function withoutRefusal<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isVaultError(error)) throw error;
    if (error.code === VaultErrorCodes.PolicyNotMet) throw new OidcError('ProviderNotTrusted', error.message);
    if (error.code !== VaultErrorCodes.VaultUnavailable) throw error;
    throw new OidcError('NotSupported', `${UNAVAILABLE} ${error.message}`);
  }
}
