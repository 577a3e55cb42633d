type Listen = (kind: string, listener: (error: unknown) => void) => unknown;

/** Of Node, whose types the package must not see. */
declare const process: { readonly on: Listen; readonly off: Listen };

/** Takes failures that nobody handled from the test runner, until `stop`. */
export function failuresOf(kind: 'uncaughtException' | 'unhandledRejection'): { seen: unknown[]; stop(): void } {
  const seen: unknown[] = [];
  const listener = (error: unknown): void => void seen.push(error);
  process.on(kind, listener);
  return { seen, stop: () => void process.off(kind, listener) };
}
