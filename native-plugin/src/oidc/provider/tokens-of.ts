import type { IDToken, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import type { IdToken, Tokens } from './tokens.ts';

/** What the library has checked, in the words of this package. */
export function tokensOf(answer: TokenEndpointResponse & TokenEndpointResponseHelpers): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token,
    expiresIn: answer.expires_in,
    scope: answer.scope,
    id: idTokenOf(answer.id_token, answer.claims()),
  };
}

function idTokenOf(text: string | undefined, claims: IDToken | undefined): IdToken | undefined {
  if (text === undefined || claims === undefined) return undefined;
  const { iss: issuer, sub: subject, preferred_username: preferred, email } = claims;
  const [name = subject] = [preferred, email].filter((one) => typeof one === 'string' && one !== '') as string[];
  return { text, issuer, subject, name };
}
