/**
 * OpenID Connect with the session in the vault.
 *
 * @packageDocumentation
 */
export { OidcClient } from './oidc-client.ts';
export type { OidcConfig, ProviderDeviations } from './oidc-config.ts';
export { isOidcError, OidcError } from './oidc-error.ts';
export type { OidcErrorCode } from './oidc-error.ts';
export { isSameUser } from './oidc-session.ts';
export type { OidcSession } from './oidc-session.ts';
export type { OidcVault } from './oidc-vault.ts';
export { sessionVault } from './session-vault.ts';
export type { OidcParts } from './parts.ts';
export type { LoginOptions, SignedIn } from './sign-in.ts';
export type { SignedOut } from './sign-out.ts';
export type { AuthSession, AuthSessionRequest, AuthSessionResult } from './auth-session.ts';
export type { PendingLogin } from './pending/pending-login.ts';
export type { PendingStore } from './pending/pending-store.ts';
export { vaultPendingStore } from './pending/vault-pending-store.ts';
export type { SendRequest } from './provider/guarded-fetch.ts';
export type { WireClock, WireMoment } from '../http/wire-clock.ts';
export { presetConfig } from './presets/provider-preset.ts';
export type { OwnConfig, ProviderPreset } from './presets/provider-preset.ts';
export { configFor } from './presets/config-for.ts';
export { auth0 } from './presets/auth0.ts';
export { cognito } from './presets/cognito.ts';
export { entra, entraMultiTenant } from './presets/entra.ts';
export { keycloak } from './presets/keycloak.ts';
export { okta } from './presets/okta.ts';
