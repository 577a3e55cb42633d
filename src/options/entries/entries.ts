import { appOptions, codeOptions, type KnownFrameworks } from './code.ts';
import { installOptions } from './install.ts';
import { oidcOptions } from './oidc.ts';
import { promptOptions } from './prompts.ts';
import { pathOptions, routeOptions } from './routes.ts';
import { sessionOptions } from './session.ts';
import { vaultOptions } from './vault.ts';

/** The entries of the catalog that stand before those of the frameworks. Read them from catalog.ts. */
export const entriesBefore = (known: KnownFrameworks) =>
  [
    ...appOptions(known),
    ...vaultOptions,
    ...promptOptions,
    ...sessionOptions,
    ...oidcOptions,
    ...routeOptions,
    ...codeOptions(known),
  ] as const;

/** Those that stand behind. */
export const entriesBehind = [...pathOptions, ...installOptions] as const;

/** The exact types of the entries that every app has, from which {@link Options} follows. */
export type Entries = readonly [...ReturnType<typeof entriesBefore>, ...typeof entriesBehind];
