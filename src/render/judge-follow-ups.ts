import type { FollowUp } from '../model/follow-up.ts';
import type { AppPath } from '../model/tree.ts';
import { canonical, digest } from '../text/text.ts';

/** Which changes a person has still to make, and where the others were found. */
export interface JudgedFollowUps {
  readonly open: readonly FollowUp[];
  /** The files that have the others, with the digest of each: as long as they stay so, nothing has to be looked for. */
  readonly made: Readonly<Record<AppPath, string>>;
}

interface Texts {
  /** As the file is after the run. */
  readonly after: (path: AppPath) => string | undefined;
  /** As this run generates it. */
  readonly generated: (path: AppPath) => string | undefined;
}

export async function judgeFollowUps(texts: Texts, followUps: readonly FollowUp[]): Promise<JudgedFollowUps> {
  if (followUps.length === 0) return { open: [], made: {} };
  const isMade = await judgeOf(followUps);
  const open: FollowUp[] = [];
  const made: Record<AppPath, string> = {};
  for (const followUp of followUps) {
    const file = followUp.files.find((path) => {
      const text = texts.after(path);
      const generated = texts.generated(path);
      return text !== undefined && isMade(followUp, { path, text: canonical(text), generated });
    });
    if (file === undefined) open.push(followUp);
    else made[file] = digest(texts.after(file) ?? '');
  }
  return { open, made };
}

interface Written {
  readonly path: AppPath;
  /** Canonical. */
  readonly text: string;
  readonly generated: string | undefined;
}

/** Only what is needed is loaded: a text costs no TypeScript parser. */
async function judgeOf(followUps: readonly FollowUp[]): Promise<(followUp: FollowUp, file: Written) => boolean> {
  const isInTexts = ({ made }: FollowUp) => made.kind === 'text';
  const code = followUps.every(isInTexts) ? undefined : await import('../code/is-made.ts');
  const texts = followUps.some(isInTexts) ? await import('../edits/has-text.ts') : undefined;
  return ({ made }, file) =>
    made.kind === 'text' ? texts?.hasText(made, file) === true : code?.isMade(made, file) === true;
}
