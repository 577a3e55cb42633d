import type { PackageManagerName } from '../model/project.ts';

interface Typed {
  /** Adds a package to the app. */
  readonly add: string;
  /** Runs a program of an installed package. */
  readonly run: string;
  /** Runs a program of a package that is not installed, and asks nothing. */
  readonly once: string;
}

/** What a person types, for each package manager. */
export const typedFor: Readonly<Record<PackageManagerName, Typed>> = {
  npm: { add: 'npm install', run: 'npx', once: 'npx --yes' },
  pnpm: { add: 'pnpm add', run: 'pnpm exec', once: 'pnpm dlx' },
  yarn: { add: 'yarn add', run: 'yarn', once: 'yarn dlx' },
  bun: { add: 'bun add', run: 'bunx', once: 'bunx' },
};
