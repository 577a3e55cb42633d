import type { Note } from '../../model/plan.ts';
import type { AngularFacts, OwnClient } from './angular-facts.ts';
import type { CodeShape } from './code-shape.ts';

/** Before this major, `HttpClientModule` brings a list of interceptors along that hides the application's. */
const firstWithSharedClasses = 15;

/** What is requested past the interceptor, and how each part of the app is brought back to it. */
export function ownClientNotes(
  { major, ownClients }: Pick<AngularFacts, 'major' | 'ownClients'>,
  interceptorName: string,
  { interceptor }: CodeShape,
): Note[] {
  const runs = interceptor === 'class' && major >= firstWithSharedClasses;
  const past = ownClients.filter(({ runsClasses }) => !(runs && runsClasses));
  const note = (by: OwnClient['by'], text: (places: string) => string): Note[] => {
    const places = past.filter((one) => one.by === by).map(({ path, line }) => `${path}:${String(line)}`);
    return places.length === 0 ? [] : [{ code: `own-http-client-${by}`, text: text(places.join(', ')) }];
  };
  return [
    ...note(
      'module',
      (places) =>
        `HttpClientModule is imported below the application’s root: ${places}. What is requested there carries no token: it has ` +
        `an HttpClient of its own, which never runs ${interceptorName}. Take HttpClientModule out there; the application’s ` +
        'HttpClient is used then.',
    ),
    ...note(
      'function',
      (places) =>
        `provideHttpClient() is called below the application’s root: ${places}. What is requested there carries no token: it has ` +
        `an HttpClient of its own, which never runs ${interceptorName}. Take the call out there, and the application’s HttpClient ` +
        'is used; or add withRequestsMadeViaParent() to it, and its own interceptors run first, then the application’s.',
    ),
  ];
}
