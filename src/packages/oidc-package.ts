import type { JsonEdit } from '../model/edit.ts';
import type { PackageChange } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { Options } from '../options/options.ts';

/** What the plugin's `/oidc` is built on: an optional peer of the plugin, so the app has to list it. */
const oidcPackage = { name: 'openid-client', spec: '^6.9.0' } as const;

/** A version that the app has chosen is kept. */
export function oidcEdits({ auth }: Options): JsonEdit[] {
  if (auth !== 'oidc') return [];
  const { name, spec } = oidcPackage;
  return [
    { kind: 'json', id: 'oidc-dependency', path: 'package.json', key: ['dependencies', name], value: spec, keep: true },
  ];
}

/** For the plan: none where the app has it already. */
export function oidcPackages({ dependencies }: Project, { auth }: Options): PackageChange[] {
  return auth === 'oidc' && !dependencies.has(oidcPackage.name) ? [oidcPackage] : [];
}
