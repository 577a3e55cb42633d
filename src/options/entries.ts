import { appOptions, codeOptions } from './catalog/code.ts';
import { installOptions } from './catalog/install.ts';
import { promptOptions } from './catalog/prompts.ts';
import { pathOptions, routeOptions } from './catalog/routes.ts';
import { sessionOptions } from './catalog/session.ts';
import { vaultOptions } from './catalog/vault.ts';

/** The entries of the catalog with their exact types, from which {@link Options} follows. Read them from catalog.ts. */
export const entries = [
  ...appOptions,
  ...vaultOptions,
  ...promptOptions,
  ...sessionOptions,
  ...routeOptions,
  ...codeOptions,
  ...pathOptions,
  ...installOptions,
] as const;
