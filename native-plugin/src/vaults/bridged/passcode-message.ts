/**
 * A passcode for native: typed into the app's own prompt, or chosen in the built-in one, which tells JavaScript only a
 * reference to it. BRIDGE.md §4.3.
 */
export type PasscodeMessage = { readonly text: string } | { readonly chosen: string };
