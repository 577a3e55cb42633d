/**
 * The claims of a JSON Web Token (RFC 7519), as its payload says them. Nothing is checked: for display only.
 *
 * @returns no claims for what is no such token
 */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return { ...(JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>> | null) };
  } catch {
    return {};
  }
}
