import type { AnchoredFile, ManualReason } from '../../model/facts.ts';
import type { AppFact } from '../framework.ts';
import type { AngularFacts, Wiring } from './angular-facts.ts';

const bootstraps: Readonly<Record<Wiring['bootstrap'], string>> = {
  standalone: 'a standalone component',
  ngmodule: 'an NgModule',
};

const httpClients: Readonly<Record<Wiring['httpClient'], string>> = {
  function: 'provideHttpClient()',
  module: 'HttpClientModule',
  unset: 'nothing yet',
};

/** How the app is put together, as `info` tells it. */
export const angularAppFacts: readonly AppFact<AngularFacts>[] = [
  { key: 'bootstrap', what: 'What is started.', words: bootstraps, tell: ({ wiring }) => wiring.bootstrap },
  { key: 'httpClient', what: 'What provides HttpClient.', words: httpClients, tell: ({ wiring }) => wiring.httpClient },
  {
    key: 'providers',
    what: 'The file where an interceptor goes; or file, line and why that can’t be told.',
    tell: ({ wiring }) => place(wiring.providers),
  },
  { key: 'routes', what: 'The same for the routes.', tell: ({ wiring }) => place(wiring.routes) },
];

function place(wiring: AnchoredFile | ManualReason): string {
  return 'reason' in wiring ? `${wiring.path}:${String(wiring.line)}: ${wiring.reason}` : wiring.path;
}
