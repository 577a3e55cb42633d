import type { Splice } from './splice.ts';
import type { AppPath } from './tree.ts';

/** An import an inserted expression needs: `import { name } from <file or package>`. */
export interface NeededImport {
  readonly name: string;
  /** App path of a source file without extension, or a package name. */
  readonly from: { readonly file: AppPath } | { readonly package: string };
}

interface EditBase {
  /** Stable and unique in a plan, e.g. `route:login`; names the step in messages and in the state. */
  readonly id: string;
  readonly path: AppPath;
}

/** A file that is this tool's alone, rendered from a template file. */
export interface TemplateEdit extends EditBase {
  readonly kind: 'template';
  /** Path below `templates/`: `<framework>/<file>.ejs`. */
  readonly template: string;
  /** Plain substitutions; literals are already spelled by `literal()`. */
  readonly values: Readonly<Record<string, string>>;
}

/** A file of the set-up itself: replaced as a whole, never merged. */
export interface FileEdit extends EditBase {
  readonly kind: 'file';
  /** Canonical text. */
  readonly text: string;
  /** `app`: formatted and encoded as the app's files are. `exact`: these bytes on every machine. */
  readonly style: 'app' | 'exact';
}

/** The packed plugin, copied into the app. Its bytes are the project's plugin source; a plan can be printed without them. */
export interface ArchiveEdit extends EditBase {
  readonly kind: 'archive';
  /** Of the bytes. */
  readonly digest: string;
}

/** Where in a source file an object or array literal stands, or the members of a type. */
export type CodeAnchor =
  | { readonly kind: 'variable'; readonly name: string }
  /** An interface, or the alias of a type that is written out. */
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'call'; readonly callee: string; readonly argument: number }
  /** The argument of a class's decorator, both as written: `@Config({…}) class Start`. */
  | { readonly kind: 'decorator'; readonly className: string; readonly decorator: string };

/** A place that could not be followed in the code: the edit becomes a step for a person. */
interface LostAnchor {
  readonly kind: 'lost';
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

/** A change of source code, made by a recipe of a framework. */
export interface CodeEdit<With extends object = Readonly<Record<string, unknown>>> extends EditBase {
  readonly kind: 'code';
  /** The framework, and its recipe: `<framework>/route`. */
  readonly recipe: string;
  readonly anchor: CodeAnchor | LostAnchor;
  /** The generated symbol the code is to use: in use, the wish is met, however a person met it. */
  readonly brings: NeededImport;
  /** What else the recipe has to know. */
  readonly with: With;
}

/** Sets one string value in a JSON file; an object member is placed in alphabetical order where its siblings are sorted. */
export interface JsonEdit extends EditBase {
  readonly kind: 'json';
  readonly key: readonly string[];
  readonly value: string;
  /** A value that is there already stays; otherwise it is replaced. */
  readonly keep?: true;
}

/** Sets one string of an XML property list's root dictionary. */
export interface PlistEdit extends EditBase {
  readonly kind: 'plist';
  readonly key: string;
  readonly value: string;
  /** An existing value is kept unless this is true. */
  readonly replace: boolean;
}

/** Adds an item to a list in an XML property list's root dictionary; with the list where there is none. */
export interface PlistListEdit extends EditBase {
  readonly kind: 'plist-list';
  readonly key: string;
  /** A text; or a dictionary of texts and lists of them. */
  readonly item: string | Readonly<Record<string, string | readonly string[]>>;
  /** The key of the item's that counts: a dictionary which has its texts there says the same, whatever else is in it. */
  readonly by?: string;
}

/** An address that leads into the app, in the parts that Android compares. */
export interface AppAddress {
  /** In lower case. */
  readonly scheme: string;
  readonly host?: string;
  readonly port?: string;
  /** With its slash in front; it says nothing without a host. */
  readonly path?: string;
}

/** Lets the activity that Android starts the app with open an address, by an intent filter in the manifest. */
export interface IntentFilterEdit extends EditBase {
  readonly kind: 'intent-filter';
  readonly address: AppAddress;
  /** Android asks the host whether the address is the app's: an App Link. */
  readonly autoVerify?: true;
}

/** Adds texts to a list in the configuration of another tool: JSON, or a module that exports an object. */
export interface ConfigListEdit extends EditBase {
  readonly kind: 'config-list';
  readonly key: readonly [string, ...string[]];
  readonly items: readonly string[];
}

/** Sets one text of a `.strings` file. */
export interface StringsEdit extends EditBase {
  readonly kind: 'strings';
  readonly key: string;
  readonly value: string;
  /** An existing value is kept unless this is true. */
  readonly replace: boolean;
}

/** Sets one text of a string catalog (`.xcstrings`) in the catalog's source language. */
export interface StringCatalogEdit extends EditBase {
  readonly kind: 'string-catalog';
  readonly key: string;
  readonly value: string;
  /** An existing value is kept unless this is true. */
  readonly replace: boolean;
}

/** Sets one build setting in a build configuration of an Xcode project. */
export interface BuildSettingEdit extends EditBase {
  readonly kind: 'build-setting';
  /** The identifier of the XCBuildConfiguration. */
  readonly configuration: string;
  readonly key: string;
  readonly value: string;
  /** An existing value is kept unless this is true. */
  readonly replace: boolean;
}

/** The edit kinds that change a file of the app. */
export type AppEdit =
  | CodeEdit
  | JsonEdit
  | ConfigListEdit
  | PlistEdit
  | PlistListEdit
  | IntentFilterEdit
  | StringsEdit
  | StringCatalogEdit
  | BuildSettingEdit;

export type Edit = TemplateEdit | FileEdit | ArchiveEdit | AppEdit;

/** An edit that has to be made by hand: where, why, and the exact lines to add. */
export interface ManualStep {
  readonly id: string;
  readonly path: AppPath;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
  readonly lines: readonly string[];
}

/** Canonical text with the edit in it, and what was spliced in to get there; or the step left for a person. */
export type EditOutcome =
  { readonly text: string; readonly splices: readonly Splice[] } | { readonly manual: ManualStep };
