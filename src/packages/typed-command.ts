import type { Command } from '../model/plan.ts';

/** As a person types it. */
export function typedCommand({ argv, typed = argv.join(' ') }: Pick<Command, 'argv' | 'typed'>): string {
  return typed;
}
