import { askedApp } from './asked-app.ts';
import { inspectApp } from './inspect-app.ts';
import { open, type Opened } from '../inspect/open.ts';
import { openRecovered } from './open-recovered.ts';
import { readAnswers, type AnsweredContext } from './read-answers.ts';
import type { Project } from '../model/project.ts';

/** An app whose set-up is to be taken back, or out. */
interface OpenForChange {
  readonly opened: Opened;
  /** An interrupted run was taken back. */
  readonly recovered: boolean;
  readonly inspectApp: () => Promise<Project>;
}

export async function openForChange(context: AnsweredContext): Promise<OpenForChange> {
  const asked = askedApp(context, await readAnswers(context));
  const before = await open(asked);
  const opened = before.setup.unfinished ? await openRecovered(context, asked) : before;
  return { opened, recovered: opened !== before, inspectApp: () => inspectApp(context.host, opened) };
}
