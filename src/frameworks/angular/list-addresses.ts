import type { BuildAddresses } from '../../model/build-addresses.ts';
import { addressSource } from './address-edits.ts';
import { addressesFor, addressesWithout } from './addresses.ts';
import type { AngularFacts, Environment } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';

/** What each build talks to; none where only the running app knows. */
export function listAddresses(framework: AngularFacts, options: AngularOptions): BuildAddresses[] {
  const source = addressSource(framework, options);
  if (source === 'provided') return [];
  if (source === 'environment') {
    const { environments } = framework;
    return environments.map((one) => ({
      builds: buildsOf(one),
      path: one.path,
      ...addressesFor(one, environments, options),
    }));
  }
  const path = `${options.codeDir}/addresses.ts`;
  const { production, development } = addressesWithout(options);
  return [
    { builds: 'production', path, ...production },
    { builds: 'development', path, ...development },
  ];
}

function buildsOf({ configurations, use }: Environment): string {
  return configurations.length > 0 ? configurations.join(', ') : use === 'other' ? 'all others' : use;
}
