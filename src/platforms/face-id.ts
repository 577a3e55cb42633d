import type { AppEdit } from '../model/edit.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { NativeProjects } from '../model/project.ts';
import type { Options } from '../options/options.ts';

/** What Face ID's first prompt says, beside iOS' own words. */
export const faceIdKey = 'NSFaceIDUsageDescription';

type FaceIdOptions = Pick<Options, 'faceIdUsage' | 'replaceFaceIdUsage'>;

/**
 * The text of the options, once for each target; also where the app translates texts of this kind, in the language the app
 * is written in. A translation is never made up.
 */
export function faceIdEdits(native: NativeProjects, options: FaceIdOptions): AppEdit[] {
  const text = { key: faceIdKey, value: options.faceIdUsage, replace: options.replaceFaceIdUsage };
  return [
    ...native.plists.map((path): AppEdit => ({ kind: 'plist', id: `face-id:${path}`, path, ...text })),
    ...native.generatedPlists.map(({ path, target, configuration, name }): AppEdit => {
      const id = `face-id:${target}:${name}`;
      return { kind: 'build-setting', id, path, configuration, ...text, key: `INFOPLIST_KEY_${faceIdKey}` };
    }),
    ...native.usageTexts
      .filter(({ hasSource }) => hasSource)
      .map(({ path, format }): AppEdit => ({ kind: format, id: `face-id:${path}`, path, ...text })),
  ];
}

/** One step for each language that the app's other texts are in: until then, people read ours in the source language. */
export function faceIdTranslations({ usageTexts }: NativeProjects, { faceIdUsage }: FaceIdOptions): FollowUp[] {
  return usageTexts.flatMap(({ path, format, source, translations }) =>
    translations.map(({ language, line }) => ({
      id: `face-id:${path}:${language}`,
      path,
      line,
      reason: `The app says in ${language} what it uses things for. Say there, too, what it uses Face ID for: until then, people read it in ${source}.`,
      lines: format === 'strings' ? [stringsLine(faceIdUsage)] : catalogLines(language, faceIdUsage),
      made: { kind: 'text' as const, key: faceIdKey, language },
      files: [path],
    })),
  );
}

/** To be translated: the text is that of the source language. */
function stringsLine(text: string): string {
  return `"${faceIdKey}" = ${JSON.stringify(text)};`;
}

function catalogLines(language: string, text: string): string[] {
  return [`"${language}" : { "stringUnit" : { "state" : "translated", "value" : ${JSON.stringify(text)} } }`];
}
