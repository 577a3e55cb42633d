import { OldStyleSyntaxError, parseOldStyle, type OldStyleDictionary } from '../../../code/old-style-plist.ts';
import { lineAt } from '../../../code/trivia.ts';
import type { UsageTexts } from '../../../model/project.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { isObject, objectAt, stringAt } from '../../../text/json.ts';
import { canonical } from '../../../text/text.ts';

/** What the app says about why it uses something: `NSCameraUsageDescription`. */
const usage = /^NS\w+UsageDescription$/;

/**
 * The files in these folders that translate such texts. A file without any is none: people there read the texts of
 * Info.plist, ours as well as the others.
 */
export function findUsageTexts(tree: Tree, folders: readonly AppPath[], source: string): UsageTexts[] {
  return folders.flatMap((folder) => [
    ...tree
      .list(folder)
      .filter((name) => name.endsWith('.lproj/'))
      .flatMap((name) => ofStrings(tree, `${folder}/${name}InfoPlist.strings`, source)),
    ...ofCatalog(tree, `${folder}/InfoPlist.xcstrings`),
  ]);
}

function ofStrings(tree: Tree, path: AppPath, source: string): UsageTexts[] {
  const text = textOf(tree, path);
  const entries = text === undefined ? [] : (stringsIn(text)?.entries ?? []);
  const last = entries.findLast(({ key }) => usage.test(key));
  if (text === undefined || last === undefined) return [];
  const language = /([^/]+)\.lproj\//.exec(path)?.[1] ?? source;
  const hasSource = isSource(language, source);
  const isSame = languageOf(language) === languageOf(source);
  if (isSame && !hasSource) return [];
  const translations = hasSource ? [] : [{ language, line: lineAt(text, last.end) }];
  return [{ path, format: 'strings', source, hasSource, translations }];
}

/** A binary property list has no lines that a person could change: `plutil` makes text of it. */
function textOf(tree: Tree, path: AppPath): string | undefined {
  const bytes = tree.readBytes(path);
  if (bytes === undefined || Buffer.from(bytes).toString('latin1', 0, 6) === 'bplist') return undefined;
  const text = tree.read(path);
  return text === undefined ? undefined : canonical(text);
}

/** `Base` is the language the app is written in. */
function isSource(language: string, source: string): boolean {
  return language === source || language === 'Base' || (language === 'English' && source === 'en');
}

/** People in another region of the same language can read the text of Info.plist. */
function languageOf(tag: string): string {
  return tag.split(/[-_]/)[0] ?? tag;
}

function stringsIn(text: string): OldStyleDictionary | undefined {
  try {
    return parseOldStyle(text, 'bare');
  } catch (error) {
    if (error instanceof OldStyleSyntaxError) return undefined;
    throw error;
  }
}

function ofCatalog(tree: Tree, path: AppPath): UsageTexts[] {
  const text = textOf(tree, path);
  const catalog = text === undefined ? undefined : jsonIn(text);
  const source = stringAt(catalog, 'sourceLanguage');
  const strings = Object.entries(objectAt(catalog, 'strings')).filter(([key]) => usage.test(key));
  if (text === undefined || source === undefined || strings.length === 0) return [];
  const languages = new Set(strings.flatMap(([, entry]) => Object.keys(objectAt(entry, 'localizations'))));
  const others = [...languages].filter((language) => languageOf(language) !== languageOf(source)).sort();
  const [key = ''] = strings.findLast(([, entry]) => isObject(entry)) ?? [];
  const line = lineAt(text, Math.max(0, text.indexOf(`"${key}"`)));
  const translations = others.map((language) => ({ language, line }));
  return [{ path, format: 'string-catalog', source, hasSource: true, translations }];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
