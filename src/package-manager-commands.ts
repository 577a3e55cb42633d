import type { PackageManagerName } from './types.ts';

interface Typed {
  /** Adds a package to the app. */
  readonly add: string;
  /** Runs a program of an installed package. */
  readonly run: string;
}

/** What a person types, for each package manager. */
export const typedFor: Readonly<Record<PackageManagerName, Typed>> = {
  npm: { add: 'npm install', run: 'npx' },
  pnpm: { add: 'pnpm add', run: 'pnpm exec' },
  yarn: { add: 'yarn add', run: 'yarn' },
  bun: { add: 'bun add', run: 'bunx' },
};
