import type { Host } from '../model/host.ts';

/** Screen readers and dumb terminals can't follow lines that change after they were written. */
export function wantsPlainLines({ ACCESSIBLE: accessible, TERM: terminal }: Host['env']): boolean {
  return terminal === 'dumb' || (accessible !== undefined && !['', '0', 'false'].includes(accessible));
}
