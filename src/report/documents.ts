import type { BuildAddresses } from '../model/build-addresses.ts';
import type { ManualStep } from '../model/edit.ts';
import type { ErrorCode, Place } from '../model/errors.ts';
import type { Provenance } from '../options/options.ts';
import type { Change, CommandResult } from '../model/change.ts';
import type { Access, Command, Note, PackageChange } from '../model/plan.ts';
import type { AppPath } from '../model/tree.ts';
import type { Registration } from './registration.ts';
import type { Verification } from '../model/verification.ts';

/** What every document says; what it is told apart by is `ok` and `command`. */
interface Document {
  readonly schemaVersion: 1;
  readonly ok: boolean;
  /** What the process exits with. */
  readonly exitCode: number;
}

/** Of a command that writes, and of its dry run. */
export interface RunDocument extends Document {
  readonly command: 'setup' | 'undo' | 'remove';
  readonly plan?: PlanReport | undefined;
  readonly changes: readonly ChangeReport[];
  readonly ran?: readonly CommandReport[] | undefined;
  readonly recovered?: readonly AppPath[] | undefined;
  readonly kept?: readonly AppPath[] | undefined;
  readonly verification?: Verification | undefined;
}

export interface PlanReport {
  readonly packages: readonly PackageChange[];
  readonly commands: readonly Command[];
  readonly notes: readonly Note[];
  readonly access?: Access | undefined;
  readonly manual: readonly ManualReport[];
  readonly followUps: readonly ManualReport[];
}

export type ManualReport = Omit<ManualStep, 'wants'>;

export interface ChangeReport {
  readonly path: AppPath;
  /** A conflict ends the run before there is a document of it. */
  readonly action: Exclude<Change['kind'], 'conflict'>;
  readonly patch: string;
}

export interface CommandReport extends Omit<CommandResult, 'command'> {
  readonly id: Command['id'];
}

export interface CheckDocument extends Document {
  readonly command: 'check';
  readonly changes: readonly never[];
  readonly problems: readonly Problem[];
}

/** One thing `check` found. A `note` is worth knowing; `drift` fails the check. */
export interface Problem {
  readonly level: 'drift' | 'note';
  readonly code: string;
  readonly path: string;
  readonly text: string;
}

export interface InfoDocument extends Document {
  readonly ok: true;
  readonly command: 'info';
  readonly app: AppFacts;
  readonly options: Readonly<Record<string, OptionReport>>;
  readonly addresses: readonly BuildAddresses[];
  readonly registrations: readonly Registration[];
  readonly notes: readonly Note[];
  readonly steps?: readonly ManualReport[] | undefined;
}

export interface OptionReport {
  readonly value?: unknown;
  readonly origin: Provenance;
}

export interface AppFacts {
  readonly name: string;
  readonly root: string;
  readonly home: AppPath;
  readonly tool: string;
  readonly framework: FrameworkReport;
  readonly ionic: number;
  readonly capacitor: number;
  readonly project: string;
  readonly entryFile: AppPath;
  readonly packageManager: string;
  readonly formatter: string;
  readonly ios: boolean;
  readonly android: boolean;
  readonly setUp: string;
  readonly interruptedRun: boolean;
}

/** Besides its version, what the framework itself tells of the app. */
export interface FrameworkReport {
  readonly id: string;
  readonly major: number;
  readonly [fact: string]: string | number;
}

/** Of a command that couldn't do its work, whichever it was: the command line itself may be what was wrong. */
export interface ErrorDocument extends Document {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
  readonly where?: Place | undefined;
  readonly hint?: string | undefined;
  readonly manual?: readonly ManualReport[] | undefined;
}

/** Of `--json-help`. */
export interface HelpDocument extends Document {
  readonly ok: true;
  readonly command: 'help';
  readonly name: string;
  readonly version: string;
  readonly commands: readonly CommandHelp[];
  readonly flags: readonly FlagHelp[];
  readonly precedence: readonly Provenance[];
  readonly exitCodes: readonly ExitCodeHelp[];
  readonly schemas: SchemaPlaces;
}

export interface CommandHelp {
  readonly name: string;
  readonly typed: string;
  readonly summary: string;
  readonly writes: boolean;
}

export interface FlagHelp {
  readonly name: string;
  readonly alias?: string | undefined;
  readonly negative?: string | undefined;
  readonly type: 'boolean' | 'choice' | 'integer' | 'text' | 'list' | 'fields';
  readonly placeholder?: string | undefined;
  readonly choices?: readonly ChoiceHelp[] | undefined;
  readonly default?: unknown;
  readonly isRepeatable: boolean;
  readonly help: string;
  readonly consequence?: string | undefined;
  readonly commands: readonly string[];
  readonly variable?: string | undefined;
  readonly key?: string | undefined;
  readonly schema?: unknown;
}

export interface ChoiceHelp {
  readonly value: string;
  readonly meaning?: string | undefined;
}

export interface ExitCodeHelp {
  readonly code: number;
  readonly meaning: string;
  readonly errors: readonly ErrorCode[];
}

/** Where the published schemas are, as one imports them. */
export interface SchemaPlaces {
  readonly report: string;
  readonly config: string;
}

export type ReportDocument = RunDocument | CheckDocument | InfoDocument | ErrorDocument | HelpDocument;
