import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { blocksIn } from './code-in.ts';

export interface GitHubWorkflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly GitHubStep[] }>>;
}

export interface GitHubStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}

export type GitLabJobs = Readonly<Record<string, { readonly image: string; readonly script: readonly string[] }>>;

const document = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');
const [github = '', gitlab = '', ...others] = blocksIn(document, 'yaml');

export const gitHubWorkflow = parse(github) as GitHubWorkflow;
export const gitLabJobs = parse(gitlab) as GitLabJobs;
export const otherRecipes = others;

/** What a reader of the document types or pastes, in its order. */
export const shellCommands = blocksIn(document, 'sh').flatMap((block) => block.trim().split('\n'));
export const gitHubCommands = Object.values(gitHubWorkflow.jobs).flatMap(({ steps }) =>
  steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
);
export const gitLabCommands = Object.values(gitLabJobs).flatMap(({ script }) => script);
