import { addressesFor, addressesWithout } from './addresses.ts';
import type { AngularProject, Environment, EnvironmentType } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import type { AddressSource, AngularVersions } from './code-shape.ts';
import { generated } from './edit-places.ts';
import type { EnvironmentTypeEdit } from './edits/environment-type.ts';
import { textMembers, type EnvironmentEdit } from './edits/environment.ts';
import { environmentAnchor } from './read/environment-literal.ts';

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

/** Each file of which a build takes one gets the addresses of those builds; and their type the member for them. */
export function addressEdits(
  { framework }: AngularProject,
  options: AngularOptions,
): (EnvironmentEdit | EnvironmentTypeEdit)[] {
  if (addressSource(framework, options) !== 'environment') return [];
  const { environments } = framework;
  const brings = generated(options, 'IDENTITY_ADDRESSES', 'addresses');
  const literals = environments.map((environment): EnvironmentEdit => ({
    kind: 'code',
    id: `addresses:${environment.path}`,
    path: environment.path,
    recipe: 'angular/environment',
    anchor: environmentAnchor,
    brings,
    with: {
      ...addressesFor(environment, environments, options),
      ...(environment.type === undefined ? {} : { type: environment.type.kind }),
    },
  }));
  const texts = textMembers(addressesWithout(options).production).map(([name]) => name);
  const types = ownTypes(environments).map(({ path, name }): EnvironmentTypeEdit => ({
    kind: 'code',
    id: `addresses-type:${path}:${name}`,
    path,
    recipe: 'angular/environment-type',
    anchor: { kind: 'type', name },
    brings,
    with: { texts },
  }));
  return [...literals, ...types];
}

type OwnType = Extract<EnvironmentType, { readonly kind: 'own' }>;

/** Each once, though several environments have it. */
function ownTypes(environments: readonly Environment[]): OwnType[] {
  const types = environments.flatMap(({ type }) => (type?.kind === 'own' ? [type] : []));
  return [...new Map(types.map((type) => [`${type.path} ${type.name}`, type])).values()];
}
