/** One at a time over all tabs of this origin; where a browser can't say so, in this page alone. */
export function oneTab<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { readonly locks?: LockManager }).locks;
  return locks ? (locks.request<Promise<T>>(name, task) as Promise<T>) : alone(name, task);
}

const last = new Map<string, Promise<unknown>>();

async function alone<T>(name: string, task: () => Promise<T>): Promise<T> {
  const result = (last.get(name) ?? Promise.resolve()).then(task, task);
  last.set(name, result);
  return result;
}
