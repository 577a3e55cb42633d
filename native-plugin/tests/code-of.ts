import { VaultErrorCodes } from '../src/index.ts';

/** The name of the code that a call is rejected with; `resolved`: it isn't. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'resolved';
  } catch (error) {
    return VaultErrorCodes[(error as { code: number }).code] ?? 'no such code';
  }
}
