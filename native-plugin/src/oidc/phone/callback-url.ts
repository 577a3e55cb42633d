const CHARACTERS = "(?:[A-Za-z0-9._~:/!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*";
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const PLACE = `https://${LABEL}(?:\\.${LABEL})*|(?!https:)[a-z][a-z0-9+-]*(?:\\.[a-z0-9+-]+)+:`;
const CALLBACK_URL = new RegExp(`^(?:${PLACE})/${CHARACTERS}$`);

/** Whether a sign-in on a phone can come back here. BRIDGE.md §4.5 and `vectors/auth-addresses.json`. */
export function isCallbackUrl(address: string): boolean {
  return CALLBACK_URL.test(address);
}
