import type { Edit, ManualStep } from './edits/edit.ts';

/** Paths are relative to the app's root, with `/` between segments, on every platform. */
export type AppPath = string;

/** The read-only view of the app's files. Reading is lazy; nothing is scanned. */
export interface Tree {
  /**
   * The text of a file (BOM kept), or `undefined` when there is definitely no such file.
   * @throws CliError `UNREADABLE` for anything else: absent and unreadable are never the same.
   */
  read(path: AppPath): string | undefined;
  /** The bytes of a file; same contract as {@link read}. */
  readBytes(path: AppPath): Uint8Array | undefined;
  /** Names in a folder, sorted, folders with a trailing `/`; empty when there is no such folder. */
  list(path: AppPath): readonly string[];
}

/** A dependency of the app: the range in package.json and, when installed, the exact version. */
export interface Dependency {
  readonly range: string;
  readonly installed?: string;
  /** What npm's lock file says of a package that is not installed; looked up for Ionic alone. */
  readonly locked?: string;
  /** Major version read from `installed` or `locked`, else from `range`; absent for `catalog:`, `workspace:`, tags. */
  readonly major?: number;
}

export type PackageManagerName = 'npm' | 'pnpm' | 'yarn' | 'bun';

export interface PackageManager {
  readonly name: PackageManagerName;
  /** Why this one: a lock file, a field of package.json, or nothing found. */
  readonly reason: string;
  /** Yarn 1, which can't run a package it hasn't installed. */
  readonly isClassic?: true;
  /** Lock files of other managers beside the one it was taken for. */
  readonly passedOver?: readonly string[];
  /** Where its lock file may be: absolute, the app's root first. */
  readonly folders: readonly string[];
}

/** Capacitor as found; configuration files are located and never evaluated. */
export interface Capacitor {
  readonly major: number;
  /** Where its CLI is run: the folder of the configuration. */
  readonly folder: AppPath;
  /** The CLI reads the first. */
  readonly configFiles: readonly AppPath[];
  /** The folder `cap sync` copies, as the configuration has it; absent when the configuration doesn't state it as a literal. */
  readonly webDir?: AppPath;
}

export interface NativeProjects {
  /** Info.plist of every app target, or empty when there is no `ios/`. */
  readonly plists: readonly AppPath[];
  /** `InfoPlist.strings` found beside them: reported, never edited. */
  readonly localisedStrings: readonly AppPath[];
  readonly ios: boolean;
  readonly android: boolean;
}

/** What the vault package is installed from. */
export type PluginSource =
  | { readonly kind: 'spec'; readonly spec: string }
  | { readonly kind: 'archive'; readonly fileName: string; readonly bytes: Uint8Array };

/** The app's own formatter, loaded from the app when first asked. */
export interface Formatter {
  /** What the state remembers, e.g. `prettier@3.8.1`. */
  readonly id: string;
  /**
   * The text as the app would format it; the same text for a file it ignores or can't format.
   * Takes and gives LF text.
   */
  format(path: AppPath, text: string): Promise<string>;
}

/** `missing`: the app lists a formatter that is not installed. */
export type FormatterFacts =
  | { readonly kind: 'missing' }
  /** `passedOver`: why the app's formatter is not used; the user is told to run it. */
  | { readonly kind: 'none'; readonly passedOver?: string }
  | { readonly kind: 'ready'; readonly formatter: Formatter };

/** Everything read from the disk about the app. Facts only: no choice is made here. */
export interface Project {
  /** Absolute path; never written to any file. */
  readonly root: string;
  /** The app's own folder within the root, where its set-up is: `''`, or e.g. `apps/mobile`. */
  readonly home: AppPath;
  /** Version of this tool, for the state. */
  readonly toolVersion: string;
  readonly tree: Tree;
  readonly packageName: string;
  readonly dependencies: ReadonlyMap<string, Dependency>;
  readonly packageManager: PackageManager;
  readonly capacitor: Capacitor;
  readonly ionicMajor: number;
  readonly native: NativeProjects;
  readonly formatter: FormatterFacts;
  readonly pluginSource: PluginSource;
  readonly framework: FrameworkFacts;
  readonly setup: Setup;
}

/** What an earlier run left: the committed configuration and state. */
export interface Setup {
  /** Raw text of identity-vault.config.json; absent before the first run. */
  readonly configText?: string;
  readonly state?: State;
  /** The state has merge conflicts or is no JSON: what is known of it is not certain, or nothing is. */
  readonly isStateLost?: true;
  /** A run ended half way, or is at work: its journal is still there. */
  readonly unfinished?: true;
  /** Apps that are set up beside this one and have the same package.json; absent where there are none. */
  readonly siblings?: readonly Sibling[];
}

/** An app that shares its dependencies with this one. */
export interface Sibling {
  readonly home: AppPath;
  /** Absent where it can't be read. */
  readonly state?: State;
}

/** A static route of the app, in the order the router tries them. */
export interface RouteFact {
  /** As written, without a leading slash. */
  readonly path: string;
  readonly redirectTo?: string;
  readonly guards: readonly string[];
  /** Paths of the pages below it that are written in place, as they stand there. */
  readonly children?: readonly string[];
  /** Whether more pages are below it that were not read: a module or other routes, loaded when they are needed. */
  readonly isLazy?: boolean;
  readonly line: number;
  /** The array it stands in, where that is not the one the router starts with. */
  readonly place?: AnchoredFile | ManualReason;
}

/** An origin that the app's code names, whatever it is for. */
export interface OriginFact {
  readonly origin: string;
  /** The properties it is the value of, as `api.url`. */
  readonly keys: readonly string[];
}

/** Facts about the app's framework; `edits` anchors are data, so that a plan can be printed. */
export interface FrameworkFacts {
  readonly id: 'angular';
  readonly major: number;
  /** The chosen project of angular.json. */
  readonly project: string;
  /** Source root of the project, e.g. `src`. */
  readonly sourceRoot: AppPath;
  readonly entryFile: AppPath;
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
  /** Origins of URL literals in `environment*.ts`, in file order. */
  readonly apiOrigins: readonly OriginFact[];
}

/** Where in a source file an object or array literal stands. */
export type CodeAnchor =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly callee: string; readonly argument: number }
  /** The argument of a class's decorator, both as written: `@NgModule({…}) class AppModule`. */
  | { readonly kind: 'decorator'; readonly className: string; readonly decorator: string };

export interface AnchoredFile {
  readonly path: AppPath;
  readonly anchor: CodeAnchor;
  /** Names used there that were followed to their end: they provide no HttpClient. */
  readonly clear?: readonly string[];
}

/** How the app is put together: where its providers and routes are written, or why they can't be followed. */
export interface Wiring {
  /** What the entry file starts: a standalone component, or an NgModule. */
  readonly bootstrap: 'standalone' | 'ngmodule';
  /** Which of Ionic's components the app has set up; absent where both are, or neither was found. */
  readonly ionic?: 'standalone' | 'module';
  /** What provides HttpClient; `unset` where everything was followed and nothing does. */
  readonly httpClient: 'function' | 'module' | 'unset';
  /** Where an interceptor is provided that HttpClient runs. */
  readonly providers: AnchoredFile | ManualReason;
  /** The root NgModule, where `HttpClientModule` is imported there, or shall be; only of apps without `provideHttpClient()`. */
  readonly httpClientModule?: AnchoredFile;
  readonly routes: AnchoredFile | ManualReason;
}

/** A shape that can't be followed: the file and line where it was lost, and why. */
export interface ManualReason {
  readonly path: AppPath;
  readonly line: number;
  readonly reason: string;
}

export interface Note {
  readonly code: string;
  readonly text: string;
}

/** A command a run executes after writing. */
export interface Command {
  readonly id: 'install' | 'cap-sync' | 'cap-update';
  /** Where it is run, below the root; the root itself when absent. */
  readonly folder?: AppPath;
  /** As a person types it, where that is not `argv`. */
  readonly typed?: string;
  readonly argv: readonly [string, ...string[]];
  readonly why: string;
}

/** A package the app will depend on after the run. */
export interface PackageChange {
  readonly name: string;
  /** Absent where the package is taken out. */
  readonly spec?: string;
  readonly before?: string;
}

/** Everything a run is going to do, as plain data. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly packages: readonly PackageChange[];
  readonly commands: readonly Command[];
  readonly notes: readonly Note[];
  /** Steps known to be impossible before anything is rendered. */
  readonly manual: readonly ManualStep[];
}

/** One replacement in an app file, in LF-normalised text without BOM, as it stands after writing. */
export interface Splice {
  readonly at: number;
  readonly insert: string;
  /** What stood there before; empty for an insertion. Only a formatter replaces. */
  readonly remove: string;
  /** What stands before and behind it after writing: how it is found again in a file changed since. */
  readonly left?: string;
  readonly right?: string;
}

/** A file as a run wants it. `tool` files are ours alone; `app` files belong to the user. */
export type RenderedFile =
  | { readonly owner: 'tool'; readonly path: AppPath; readonly text: string }
  | {
      readonly owner: 'app';
      readonly path: AppPath;
      /** In the file's own encoding: BOM and line endings as they were. */
      readonly text: string;
      readonly splices: readonly Splice[];
      /** Digest of the edits that were asked of this file. */
      readonly edits: string;
    }
  | { readonly owner: 'archive'; readonly path: AppPath; readonly bytes: Uint8Array }
  /** Configuration and bookkeeping: replaced without a merge. */
  | { readonly owner: 'setup'; readonly path: AppPath; readonly text: string };

export interface Rendered {
  readonly files: readonly RenderedFile[];
  readonly manual: readonly ManualStep[];
}

/** What one file needs. A `conflict` is reported and never written. */
export type Change =
  | { readonly kind: 'create'; readonly path: AppPath; readonly after: string | Uint8Array }
  | {
      readonly kind: 'update';
      readonly path: AppPath;
      readonly before: string | Uint8Array;
      readonly after: string | Uint8Array;
    }
  | { readonly kind: 'merge'; readonly path: AppPath; readonly before: string; readonly after: string }
  | { readonly kind: 'delete'; readonly path: AppPath; readonly before: string | Uint8Array }
  | { readonly kind: 'conflict'; readonly path: AppPath; readonly before: string; readonly after: string };

/** What is kept of a generated file. Digests are `sha256-<hex>` of EOL- and BOM-normalised text. */
export interface ToolFileState {
  readonly owner: 'tool';
  /** Digest of the canonical render: LF, no BOM, never formatted. */
  readonly canonical: string;
  /** Digest of the text as written. */
  readonly written: string;
  /** `prettier@3.8.1` when a formatter touched it. */
  readonly formatter?: string;
}

/** What is kept of an app file we edited. */
export interface AppFileState {
  readonly owner: 'app';
  readonly written: string;
  /** Digest of the edits that were wanted; when it changes, our splices are taken out before the new ones go in. */
  readonly edits: string;
  readonly splices: readonly Splice[];
}

/** What is kept of a packed plugin we copied into the app. */
export interface ArchiveFileState {
  readonly owner: 'archive';
  /** Digest of the bytes. */
  readonly written: string;
}

export type FileState = ToolFileState | AppFileState | ArchiveFileState;

/** The committed state, `.identity-vault/state.json`: sorted, no dates, no absolute paths. */
export interface State {
  readonly schemaVersion: 1;
  readonly toolVersion: string;
  /** Digest of the configuration that was applied. */
  readonly config: string;
  /** The configuration a person had written before the first run: `remove` gives it back. */
  readonly configBefore?: string;
  readonly files: Readonly<Record<AppPath, FileState>>;
  /** Generated files the user deleted: not written again without `--restore`. */
  readonly declined: readonly AppPath[];
  /** Manual steps still open, by edit id. */
  readonly manual: readonly string[];
}

export interface Applied {
  readonly changes: readonly Change[];
  readonly commands: readonly CommandResult[];
}

export interface CommandResult {
  readonly command: Command;
  readonly ok: boolean;
  readonly detail?: string;
}
