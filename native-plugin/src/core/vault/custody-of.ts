import { MODE, type Mode } from '../codec/format-ids.ts';

/** How a stored vault behaves when it is locked: SecureStorage has no prompt, so it never is. */
export function custodyOf(mode: Mode): 'stored' | 'open' {
  return mode === MODE.SecureStorage ? 'open' : 'stored';
}
