import type { Framework } from '../../frameworks/framework.ts';
import { frameworks } from '../../frameworks/frameworks.ts';
import { catalog } from '../../options/catalog/catalog.ts';
import type { AnyOption } from '../../options/option.ts';
import type { BuildAddresses } from '../../model/build-addresses.ts';
import type { Provenance } from '../../options/options.ts';
import type { AppFacts, FrameworkReport, InfoDocument, OptionReport } from '../documents.ts';
import type { Registration } from '../registration.ts';
import { exitCode, manualStep, note, version } from './common-shapes.ts';
import {
  constant,
  integer,
  list,
  named,
  object,
  oneOf,
  optional,
  text,
  truth,
  word,
  type Fields,
  type Shape,
} from './shape.ts';

const app = object<AppFacts>('What was found.', {
  name: text('The name in package.json.'),
  root: text('The folder of package.json: absolute.'),
  home: text('The app’s own folder in it; empty where that is the root.'),
  tool: text('The version of create-identity-vault.'),
  framework: oneOf('What the app is built with.', Object.values(frameworks).map(frameworkShape)),
  ionic: integer('Major version.'),
  capacitor: integer('Major version.'),
  project: text('The project of the workspace.'),
  entryFile: text('Where the app starts.'),
  packageManager: text('Which one, and why.'),
  formatter: text('The formatter that is used, missing, or none.'),
  ios: truth('Is there an iOS project?'),
  android: truth('Is there an Android project?'),
  setUp: text('By which version, or no.'),
  interruptedRun: truth('Did a run end half way?'),
});

/** A framework's own members follow from what it says it tells. */
function frameworkShape({ id, title, appFacts }: Framework): Shape<FrameworkReport> {
  const own = appFacts.map(({ key, what, words }) => [key, words ? word(what, words) : text(what)] as const);
  const fields = { id: constant(id), major: integer('Major version.'), ...Object.fromEntries(own) };
  return object(`${title}.`, fields as unknown as Fields<FrameworkReport>);
}

export const originWords = word<Provenance>('Where the value comes from.', {
  prompt: 'your answer',
  flag: 'the command line',
  environment: 'an environment variable',
  answers: '--answers',
  config: 'identity-vault.config.json',
  detected: 'found in the app',
  default: 'the same in every app',
});

export const origin: Shape<Provenance> = named('origin');

/** Patterns are left out: credentials in an address are blanked. */
function valueOf({ kind: { schema } }: AnyOption): Shape<unknown> {
  return { schema: schema['type'] === 'string' ? { type: 'string' } : schema };
}

function options(): Shape<InfoDocument['options']> {
  const shapes = catalog.map((option) => [
    option.key,
    object<OptionReport>(`${option.help}.`, { value: optional(valueOf(option)), origin }).schema,
  ]);
  return {
    schema: {
      type: 'object',
      description: 'Every option the app has, by its key in identity-vault.config.json.',
      properties: Object.fromEntries(shapes) as unknown,
      required: catalog.filter(({ framework }) => framework === undefined).map(({ key }) => key),
      additionalProperties: false,
    },
  };
}

const addresses = object<BuildAddresses>('What some builds talk to.', {
  builds: text('Their configurations, or what they are for.'),
  path: text('The file that has it, from the app’s root.'),
  loginUrl: optional(text('Where the login page posts to; empty: nowhere. Absent where a provider signs users in.')),
  refreshUrl: optional(text('Where tokens are renewed; empty: nowhere. Absent where no build renews them.')),
  issuer: optional(text('The OpenID provider; empty: nowhere to sign in. Absent where no provider signs users in.')),
  clientId: optional(text('What the provider calls the app.')),
  apiOrigins: list('Which servers get the token.', text('An origin.')),
});

const registration = object<Registration>('An address of the app that its OpenID provider has to know, exactly so.', {
  for: word<Registration['for']>('What the provider needs it for.', {
    redirect: 'users come back here from the sign-in',
    postLogout: 'and here from the sign-out',
    origin: 'the page that sends requests to the provider (CORS)',
  }),
  in: word<Registration['in']>('Where the app runs then.', {
    development: 'on the developer’s machine',
    production: 'where it is served',
    phones: 'on iOS and Android',
  }),
  address: text('The address; without its origin where only the people who serve the app know it.'),
});

export const infoDocument = object<InfoDocument>('Of info.', {
  schemaVersion: version,
  ok: constant(true),
  command: constant('info'),
  app,
  options: options(),
  addresses: list('What each build talks to, as it is configured; none where only the running app knows.', addresses),
  registrations: list(
    'What is to be registered at the OpenID provider; none where no provider signs users in.',
    registration,
  ),
  notes: list('What is allowed and still worth saying.', note),
  steps: optional(list('Steps of the set-up that are left for a person; absent where there is no set-up.', manualStep)),
  exitCode: exitCode(0),
});
