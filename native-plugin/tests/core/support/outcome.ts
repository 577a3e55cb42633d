import { coreErrorCode, type CoreErrorCode } from '../../../src/core/ports/core-error.ts';

/** The code that a task is refused with; any other failure fails the test. */
export async function refusalOf(task: () => unknown): Promise<CoreErrorCode | undefined> {
  try {
    await task();
    return undefined;
  } catch (error) {
    const code = coreErrorCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

export function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function utf8(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}
