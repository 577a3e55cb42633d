import { CliError } from '../model/errors.ts';
import type { FactsBase } from '../model/facts.ts';
import type { Framework } from './framework.ts';
import { frameworks } from './frameworks.ts';
import type { Dependencies } from './refusal.ts';

const byId: Readonly<Record<string, Framework>> = frameworks;

/** The framework of an app with these dependencies. */
export function frameworkOf(dependencies: Pick<Dependencies, 'has'>): Framework | undefined {
  return Object.values(byId).find(({ ionicPackage }) => dependencies.has(ionicPackage));
}

/** The framework that found these facts. */
export function frameworkWith({ id }: Pick<FactsBase, 'id'>): Framework {
  const framework = byId[id];
  if (framework === undefined) throw new CliError('INTERNAL', `There is no framework ${JSON.stringify(id)}.`);
  return framework;
}
