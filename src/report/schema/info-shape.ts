import { catalog } from '../../options/catalog.ts';
import type { AnyOption } from '../../options/option.ts';
import type { Provenance } from '../../options/options.ts';
import type { AppFacts, InfoDocument, OptionReport } from '../documents.ts';
import { exitCode, note, version } from './common-shapes.ts';
import { constant, integer, list, named, object, optional, text, truth, word, type Shape } from './shape.ts';

const app = object<AppFacts>('What was found.', {
  name: text('The name in package.json.'),
  root: text('The folder of package.json: absolute.'),
  home: text('The app’s own folder in it; empty where that is the root.'),
  tool: text('The version of create-identity-vault.'),
  angular: integer('Major version.'),
  ionic: integer('Major version.'),
  capacitor: integer('Major version.'),
  project: text('The project of angular.json or Nx.'),
  entryFile: text('Where the app starts.'),
  bootstrap: word<AppFacts['bootstrap']>('What is started.', {
    standalone: 'a standalone component',
    ngmodule: 'an NgModule',
  }),
  httpClient: word<AppFacts['httpClient']>('What provides HttpClient.', {
    function: 'provideHttpClient()',
    module: 'HttpClientModule',
    unset: 'nothing yet',
  }),
  providers: text('The file where an interceptor goes; or file, line and why that can’t be told.'),
  routes: text('The same for the routes.'),
  packageManager: text('Which one, and why.'),
  formatter: text('The formatter that is used, missing, or none.'),
  ios: truth('Is there an iOS project?'),
  android: truth('Is there an Android project?'),
  setUp: text('By which version, or no.'),
  interruptedRun: truth('Did a run end half way?'),
});

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
      description: 'Every option, by its key in identity-vault.config.json.',
      properties: Object.fromEntries(shapes) as unknown,
      required: catalog.map(({ key }) => key),
      additionalProperties: false,
    },
  };
}

export const infoDocument = object<InfoDocument>('Of info.', {
  schemaVersion: version,
  ok: constant(true),
  command: constant('info'),
  app,
  options: options(),
  notes: list('What is allowed and still worth saying.', note),
  exitCode: exitCode(0),
});
