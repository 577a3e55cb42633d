import { addressesFor } from './addresses.ts';
import type { AngularProject } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import type { AddressSource, AngularVersions } from './code-shape.ts';
import { generated } from './edit-places.ts';
import type { EnvironmentEdit } from './edits/environment.ts';

/** Where the addresses of the builds come from. */
export function addressSource(
  { environments }: Pick<AngularProject['framework'], 'environments'>,
  { runtimeAddresses }: AngularOptions,
): AddressSource {
  if (runtimeAddresses) return 'provided';
  return environments.length > 0 ? 'environment' : 'constants';
}

/** What the templates have to know of it. */
export function addressPlace(
  { framework }: AngularProject,
  options: AngularOptions,
): Pick<AngularVersions, 'addresses' | 'environmentFile'> {
  const [environment] = framework.environments;
  const addresses = addressSource(framework, options);
  return environment === undefined ? { addresses } : { addresses, environmentFile: environment.path };
}

/** Each file of which a build takes one gets the addresses of those builds. */
export function addressEdits({ framework }: AngularProject, options: AngularOptions): EnvironmentEdit[] {
  if (addressSource(framework, options) !== 'environment') return [];
  const { environments } = framework;
  return environments.map((environment) => ({
    kind: 'code',
    id: `addresses:${environment.path}`,
    path: environment.path,
    recipe: 'angular/environment',
    anchor: { kind: 'variable', name: 'environment' },
    brings: generated(options, 'IDENTITY_ADDRESSES', 'addresses'),
    with: addressesFor(environment, environments, options),
  }));
}
