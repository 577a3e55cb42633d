/** A signal that aborts with the first of these, also in browsers without `AbortSignal.any`. */
export function abortedBy(signals: readonly (AbortSignal | null | undefined)[]): {
  readonly signal: AbortSignal;
  readonly forget: () => void;
} {
  const controller = new AbortController();
  const given = signals.filter((signal) => signal !== null && signal !== undefined);
  const listeners = given.map((signal) => {
    const abort = (): void => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
    return () => signal.removeEventListener('abort', abort);
  });
  return { signal: controller.signal, forget: () => listeners.forEach((forget) => forget()) };
}
