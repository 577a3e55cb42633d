import {
  entryOf,
  OldStyleSyntaxError,
  parseOldStyle,
  type OldStyleDictionary,
  type OldStyleValue,
} from '../../../code/old-style-plist.ts';
import { lineAt } from '../../../code/trivia.ts';
import type { AppPath } from '../../../model/tree.ts';

/** A target that people install, or that runs in another app. */
export interface XcodeTarget {
  readonly name: string;
  readonly kind: 'app' | 'extension';
  readonly configurations: readonly XcodeConfiguration[];
  /** Swift packages' products that it links. */
  readonly products: readonly string[];
}

export interface XcodeConfiguration {
  readonly id: string;
  readonly name: string;
  /** Those of the project that the target doesn't set itself are among them. */
  readonly settings: ReadonlyMap<string, XcodeSetting>;
}

interface XcodeSetting {
  readonly value: string;
  /** 1-based, in the `project.pbxproj`. */
  readonly line: number;
  /** The target's own, not the project's. */
  readonly isOwn: boolean;
}

export interface XcodeProject {
  /** The `project.pbxproj`. */
  readonly path: AppPath;
  readonly text: string;
  /** The language the app is written in. */
  readonly source: string;
  readonly targets: readonly XcodeTarget[];
}

const kinds: Readonly<Record<string, XcodeTarget['kind']>> = {
  'com.apple.product-type.application': 'app',
  'com.apple.product-type.app-extension': 'extension',
};

/** The targets of a `project.pbxproj` that run on iOS; `undefined` where it is none that can be read. */
export function readXcodeProject(path: AppPath, text: string): XcodeProject | undefined {
  const objects = objectsIn(text);
  if (objects === undefined) return undefined;
  const project = dictionariesIn(objects).find((one) => textAt(one, 'isa') === 'PBXProject');
  const shared = configurationsOf(objects, project, text);
  const targets = dictionariesIn(objects)
    .filter((one) => textAt(one, 'isa') === 'PBXNativeTarget')
    .flatMap((one) => targetOf(objects, one, { shared, text }))
    .filter(isForPhones);
  return { path, text, source: languageOf(project), targets };
}

function objectsIn(text: string): OldStyleDictionary | undefined {
  try {
    return dictionary(entryOf(parseOldStyle(text, 'braces'), 'objects')?.value);
  } catch (error) {
    if (error instanceof OldStyleSyntaxError) return undefined;
    throw error;
  }
}

/** Old projects name the language in English. */
function languageOf(project: OldStyleDictionary | undefined): string {
  const region = textAt(project, 'developmentRegion') ?? 'en';
  return region === 'English' ? 'en' : region;
}

interface Around {
  readonly shared: readonly XcodeConfiguration[];
  readonly text: string;
}

function targetOf(objects: OldStyleDictionary, target: OldStyleDictionary, { shared, text }: Around): XcodeTarget[] {
  const kind = kinds[textAt(target, 'productType') ?? ''];
  if (kind === undefined) return [];
  const configurations = configurationsOf(objects, target, text).map((own) => {
    const inherited = shared.find(({ name }) => name === own.name)?.settings ?? [];
    const ofProject = [...inherited].map(([key, setting]) => [key, { ...setting, isOwn: false }] as const);
    return { ...own, settings: new Map([...ofProject, ...own.settings]) };
  });
  const products = textsAt(target, 'packageProductDependencies').flatMap(
    (id) => textAt(dictionary(entryOf(objects, id)?.value), 'productName') ?? [],
  );
  return [{ name: textAt(target, 'name') ?? '', kind, configurations, products }];
}

/** An app for the watch alone is an app, too. */
function isForPhones({ configurations }: XcodeTarget): boolean {
  const sdks = configurations.map(({ settings }) => settings.get('SDKROOT')?.value ?? 'iphoneos');
  return sdks.every((sdk) => ['iphoneos', 'auto'].includes(sdk));
}

function configurationsOf(
  objects: OldStyleDictionary,
  owner: OldStyleDictionary | undefined,
  text: string,
): XcodeConfiguration[] {
  const list = dictionary(entryOf(objects, textAt(owner, 'buildConfigurationList') ?? '')?.value);
  return textsAt(list, 'buildConfigurations').flatMap((id) => {
    const configuration = dictionary(entryOf(objects, id)?.value);
    const written = dictionary(configuration && entryOf(configuration, 'buildSettings')?.value);
    const settings = (written?.entries ?? []).flatMap(({ key, value, start }) =>
      value.kind === 'string' ? [[key, { value: value.text, line: lineAt(text, start), isOwn: true }] as const] : [],
    );
    return configuration ? [{ id, name: textAt(configuration, 'name') ?? '', settings: new Map(settings) }] : [];
  });
}

function dictionariesIn({ entries }: OldStyleDictionary): OldStyleDictionary[] {
  return entries.flatMap(({ value }) => dictionary(value) ?? []);
}

function dictionary(value: OldStyleValue | undefined): OldStyleDictionary | undefined {
  return value?.kind === 'dictionary' ? value : undefined;
}

function textAt(owner: OldStyleDictionary | undefined, key: string): string | undefined {
  const value = owner && entryOf(owner, key)?.value;
  return value?.kind === 'string' ? value.text : undefined;
}

function textsAt(owner: OldStyleDictionary | undefined, key: string): string[] {
  const value = owner && entryOf(owner, key)?.value;
  return value?.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'string' ? [item.text] : [])) : [];
}
