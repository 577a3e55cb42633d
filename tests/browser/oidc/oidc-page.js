import { Vault, VaultType } from '../../../native-plugin/src/index.ts';
import { OidcClient, sessionVault } from '../../../native-plugin/src/oidc/index.ts';

/** The smallest app that signs in: `ISSUER` is put in when it is bundled. */
const vault = new Vault({ key: 'com.example.oidc', type: VaultType.SecureStorage });
const client = new OidcClient(
  {
    issuer: ISSUER,
    clientId: 'app',
    redirectUri: `${location.origin}/callback`,
    postLogoutRedirectUri: `${location.origin}/goodbye`,
  },
  { vault: sessionVault(vault) },
);

/** What became of a call, as something that can leave the page: never a token. */
const told = async (call) => {
  try {
    const value = await call;
    return { subject: value?.session?.subject ?? value?.subject, returnTo: value?.returnTo, is: typeof value };
  } catch (error) {
    return { code: error.code, reason: error.reason };
  }
};

Object.assign(window, {
  client,
  vault,
  told,
  /** Writes of this page don't arrive any more: as if the process ended at this moment. */
  holdWrites: () => (vault.setValue = () => new Promise(() => undefined)),
});
window.resumed = told(client.resume());
document.title = 'The app';
