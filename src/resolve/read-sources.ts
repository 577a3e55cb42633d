import { readConfig } from '../options/catalog/config-file.ts';
import type { AppPath } from '../model/tree.ts';
import type { Written } from '../options/options.ts';
import { flagSource, readEnvironment } from './read-environment.ts';
import type { Source, Sources } from '../options/sources.ts';

/** What options are read from. */
export interface WrittenSources {
  readonly flags: Written;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly answers?: Source | undefined;
  readonly config?: string | undefined;
  /** Where the configuration is, for messages. */
  readonly configPath?: AppPath;
}

export function readSources({ flags, env, answers, config, configPath }: WrittenSources): Sources {
  return {
    flag: flagSource(flags),
    environment: readEnvironment(env),
    ...(answers ? { answers } : {}),
    ...(config === undefined ? {} : { config: readConfig(config, configPath) }),
  };
}
