import type { Command } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** As a person types it. */
export function typedCommand({ argv, typed = argv.join(' ') }: Pick<Command, 'argv' | 'typed'>): string {
  return typed;
}

/** The command that takes a run back. */
export function undoTyped({ home, toolVersion }: Pick<Project, 'home' | 'toolVersion'>): string {
  return `npx create-identity-vault@${toolVersion} undo${home === '' ? '' : ` -C ${home}`}`;
}
