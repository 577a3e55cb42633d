/**
 * The documented API of Auth Connect over `/oidc`, for apps that change over.
 *
 * @packageDocumentation
 */
export { AuthConnect } from './auth-connect.ts';
export type { AuthConnectConfig } from './auth-connect.ts';
export { Auth0Provider, AuthProvider, AzureProvider, CognitoProvider, OktaProvider } from './auth-provider.ts';
export { TokenType } from './auth-result.ts';
export type { AuthResult, ProviderOptions } from './auth-result.ts';
