import { VaultErrorCodes } from '../../src/index.ts';

/** What became of a call: the name of the error it was rejected with, or `resolved`. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'resolved';
  } catch (error) {
    return VaultErrorCodes[(error as { code: number }).code] ?? 'no such code';
  }
}
