/** One thing the tool does. */
export interface CommandInfo {
  readonly name: CommandName;
  /** As it is typed; empty for the one without a name. */
  readonly typed: string;
  readonly summary: string;
  readonly writes: boolean;
}

export type CommandName = 'setup' | 'check' | 'undo' | 'remove' | 'info';

/** Every command, declared once: help, `--json-help` and the README's table follow from it. */
export const commands: readonly CommandInfo[] = [
  { name: 'setup', typed: '', summary: 'set up, or change an existing set-up', writes: true },
  { name: 'check', typed: 'check', summary: 'is the code what the configuration says? For CI', writes: false },
  { name: 'undo', typed: 'undo', summary: 'take back the last run, configuration included', writes: true },
  { name: 'remove', typed: 'remove', summary: 'take everything out of the app again', writes: true },
  { name: 'info', typed: 'info', summary: 'what was found, and where each option comes from', writes: false },
];

/** The lines of the help. */
export function commandLines(): string {
  return commands.map(({ typed, summary }) => `  ${(typed === '' ? '(none)' : typed).padEnd(8)}${summary}`).join('\n');
}
