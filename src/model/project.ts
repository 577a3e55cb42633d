import type { FactsBase, FilePosition } from './facts.ts';
import type { State } from './state.ts';
import type { AppPath, Tree } from './tree.ts';

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
  /** `com.example.app`; absent as {@link webDir} is. */
  readonly appId?: string;
}

export interface NativeProjects {
  readonly ios: boolean;
  readonly android: boolean;
  /** Info.plist of every target that shows Face ID's question; empty where there is none. */
  readonly plists: readonly AppPath[];
  /** Build configurations of such targets whose Info.plist Xcode makes of the build settings. */
  readonly generatedPlists: readonly GeneratedPlist[];
  /** Info.plist of every target that people install; empty where there is none, or Xcode makes it. */
  readonly appPlists: readonly AppPath[];
  /** Files with what the apps may do by Apple's leave. */
  readonly entitlements: readonly AppPath[];
  /** Build configurations of apps that have none: `App (Debug)`. */
  readonly unentitled: readonly string[];
  /** AndroidManifest.xml of the app. */
  readonly manifest?: AppPath;
  /** Files that translate the texts in which the app says what it uses things for. */
  readonly usageTexts: readonly UsageTexts[];
  /** The oldest systems the app is built for, wherever that is written. */
  readonly oldestSystems: readonly OldestSystem[];
  /** Android's backup takes what the app stores, and no rules say what to leave out: the manifest's `<application>`. */
  readonly backup?: FilePosition;
}

export interface GeneratedPlist {
  /** The `project.pbxproj`. */
  readonly path: AppPath;
  readonly target: string;
  /** The identifier of the build configuration. */
  readonly configuration: string;
  /** As people know it: `Release`. */
  readonly name: string;
}

/** One file of texts for Info.plist, in which there is a text that says what the app uses something for. */
export interface UsageTexts {
  readonly path: AppPath;
  readonly format: 'strings' | 'string-catalog';
  /** The language the app is written in, e.g. `en`. */
  readonly source: string;
  /** The other languages in it, each with the line where a new text can go. */
  readonly translations: readonly { readonly language: string; readonly line: number }[];
  /** Does it have texts in the source language? */
  readonly hasSource: boolean;
}

/** Where a project says which system the app needs at least. */
export interface OldestSystem {
  readonly platform: 'ios' | 'android';
  /** iOS: `13.0`; Android: the API level, `22`. */
  readonly version: string;
  readonly at: FilePosition;
  /** The line, trimmed. */
  readonly written: string;
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
  readonly framework: FactsBase;
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
