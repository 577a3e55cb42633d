import { modulesOf } from '../../code/modules.ts';
import { specifierFor } from '../../code/module-path.ts';
import type { FollowUp } from '../../model/follow-up.ts';
import type { Note } from '../../model/plan.ts';
import { addressSource } from './address-edits.ts';
import { addressesFor, addressesWithout } from './addresses.ts';
import type { AngularFacts, AngularProject, Environment } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import { generated } from './edit-places.ts';
import { nearbyFiles } from './read/nearby-files.ts';

/** Builds that have nobody to talk to, where others have: that is wanted, or an address is missing. */
export function addressNotes(framework: AngularFacts, options: AngularOptions): Note[] {
  if (options.apiOrigins.length === 0) return [];
  const without = buildsWithout(framework, options);
  const signIn = options.auth === 'oidc' ? '' : ', and nobody can sign in';
  return without.map(({ builds, where, usual }) => ({
    code: 'no-address',
    text: `${builds} no server: the token is sent nowhere${signIn}. ${usual} Name one with --api-origins, or write it into ${where}.`,
  }));
}

interface Without {
  readonly builds: string;
  readonly where: string;
  /** Why the others are not taken. */
  readonly usual: string;
}

const notLocal = 'Production never gets an address of this machine (localhost).';
const notProduction = 'A development build never gets the address of production.';

function buildsWithout(framework: AngularFacts, options: AngularOptions): Without[] {
  const source = addressSource(framework, options);
  if (source === 'provided') return [];
  if (source === 'environment') {
    const { environments } = framework;
    const empty = environments.filter((one) => addressesFor(one, environments, options).apiOrigins.length === 0);
    return empty.map((one) => ({ builds: `Builds with ${one.path} have`, where: one.path, usual: reasonOf(one) }));
  }
  const { production, development } = addressesWithout(options);
  const where = `${options.codeDir}/addresses.ts`;
  return [
    ...(production.apiOrigins.length > 0 ? [] : [{ builds: 'Production builds have', where, usual: notLocal }]),
    ...(development.apiOrigins.length > 0 ? [] : [{ builds: 'ng serve has', where, usual: notProduction }]),
  ];
}

function reasonOf({ use, saysProduction }: Environment): string {
  if (use === 'production' || saysProduction) return notLocal;
  return use === 'development' ? notProduction : 'It names none of the confirmed origins.';
}

/** An app that reads its addresses when it starts is the only one that can say them. */
export function addressFollowUps({ framework, tree }: AngularProject, options: AngularOptions): FollowUp[] {
  if (addressSource(framework, options) !== 'provided') return [];
  const { providers } = framework.wiring;
  const token = generated(options, 'IDENTITY_ADDRESSES', 'addresses');
  const modules = modulesOf(tree, framework.resolution);
  const starts = [...new Set([providers.path, framework.entryFile])];
  return [
    {
      id: 'addresses',
      path: providers.path,
      line: 'line' in providers ? providers.line : 1,
      reason:
        'The app reads its addresses when it starts, and the vault has to know them. Until then the token is sent nowhere.',
      lines: [
        `import { IDENTITY_ADDRESSES } from '${specifierFor(providers.path, token.from)}';`,
        '// in the providers of the application; config is what the app has read, empty until then:',
        '{',
        '  provide: IDENTITY_ADDRESSES,',
        '  useFactory: () => ({',
        "    get loginUrl() { return config.loginUrl ?? ''; },",
        ...(options.refreshUrl === '' ? [] : ["    get refreshUrl() { return config.refreshUrl ?? ''; },"]),
        '    get apiOrigins() { return config.apiOrigins ?? []; },',
        '  }),',
        '},',
      ],
      made: { kind: 'use', of: token },
      files: nearbyFiles({ tree, modules, codeDir: options.codeDir }, starts),
    },
  ];
}
