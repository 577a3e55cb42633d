/** Runs a callback of the app. Its failure is reported as unhandled, and never becomes the vault's. */
export function callApp(callback: () => unknown): unknown {
  try {
    return callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
    return undefined;
  }
}
