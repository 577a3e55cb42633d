import type { Host } from '../../model/host.ts';
import { wantsPlainLines } from '../wants-plain-lines.ts';
import type { Asker } from './asker.ts';

/** Asks on the host's terminal: redrawn in place, or in plain lines where that was asked for. */
export async function withAsker<T>(host: Host, ask: (asker: Asker) => Promise<T>): Promise<T> {
  const asker = await createAsker(host);
  try {
    return await ask(asker);
  } finally {
    asker.close();
  }
}

async function createAsker(host: Host): Promise<Asker> {
  if (wantsPlainLines(host.env)) {
    const { PlainAsker } = await import('./plain-asker.ts');
    return new PlainAsker(host);
  }
  const { InquirerAsker } = await import('./inquirer-asker.ts');
  return new InquirerAsker(host);
}
