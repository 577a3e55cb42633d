import { parse } from 'jsonc-parser';
import type { Project } from '../model/project.ts';
import { inHome } from '../state/setup-paths.ts';

/** How an app is started for development. */
export interface StartCommand {
  /** As a person types it. */
  readonly typed: string;
  /** Where it is served then; absent where the command doesn't say. */
  readonly origin?: string;
}

/** Scripts that people start an app with, the likeliest first. */
const names = ['start', 'dev', 'serve'] as const;

/** Ports that development servers take unless they are told otherwise. */
const ports: readonly (readonly [program: RegExp, port: string])[] = [
  [/^ionic (cap )?serve\b/, '8100'],
  [/^ng (serve|s)\b/, '4200'],
  [/^vite\b/, '5173'],
];

/** Nothing where the app's package.json has no such script. */
export function startCommand({ tree, home, packageManager }: Project): StartCommand | undefined {
  const text = tree.read(inHome(home, 'package.json'));
  const manifest = (text === undefined ? undefined : parse(text)) as { scripts?: Record<string, unknown> } | undefined;
  const name = names.find((one) => typeof manifest?.scripts?.[one] === 'string');
  if (name === undefined) return undefined;
  const script = String(manifest?.scripts?.[name]);
  const port = /--port[= ](\d+)/.exec(script)?.[1] ?? ports.find(([program]) => program.test(script))?.[1];
  const typed = name === 'start' ? `${packageManager.name} start` : `${packageManager.name} run ${name}`;
  return { typed, ...(port === undefined ? {} : { origin: `http://localhost:${port}` }) };
}
