import type { AuthSession } from '../../../src/oidc/index.ts';

/** A tab whose pages come and go: `address` is what the next page is opened with. */
export class MemoryTab implements AuthSession {
  readonly opened: string[] = [];
  readonly storage = new Map<string, string>();
  address: string | undefined;

  /** As `sessionStorage`. */
  readonly sessionStorage = {
    getItem: (key: string) => this.storage.get(key) ?? null,
    setItem: (key: string, value: string) => void this.storage.set(key, value),
    removeItem: (key: string) => void this.storage.delete(key),
  };

  open({ url }: { readonly url: string }): Promise<{ kind: 'left' }> {
    this.opened.push(url);
    return Promise.resolve({ kind: 'left' });
  }

  arrived(): Promise<string | undefined> {
    return Promise.resolve(this.address);
  }

  forget(): Promise<void> {
    this.address = undefined;
    return Promise.resolve();
  }
}
