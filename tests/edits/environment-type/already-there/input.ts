import { IdentityAddresses } from '../app/identity/addresses';

export interface Environment {
  production: boolean;
  identityVault: IdentityAddresses;
}
