import type { TokenClient } from '../../src/http/index.ts';
import { tokenInterceptor, TokenInterceptor, type ObservableClass } from '../../src/http/angular/index.ts';
import { useTokens, type AxiosLike } from '../../src/http/axios/index.ts';
import type { AxiosConfigLike } from '../../src/http/axios/index.ts';
import { tokenFetch } from '../../src/http/fetch/index.ts';
import type { Packages } from './packages.ts';

/** A request as an app makes it. */
export interface Sending {
  readonly url: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** What came out of it. */
export interface Outcome {
  readonly status: number;
}

/** What would have left the app. */
export interface Recorded {
  readonly url: string;
  readonly authorization: string | null;
}

/** An app's HTTP client with the token adapter. */
export interface Caller {
  /** Resolves with every answer of a server; rejects with everything else, as the app gets it. */
  send(sending: Sending): Promise<Outcome>;
  /** What the app gets where a request fails, for its logs. */
  failure(sending: Sending): Promise<unknown>;
}

/** Makes a caller. @param record instead of sending anything */
export type MakeCaller = (client: TokenClient, record?: (recorded: Recorded) => void) => Caller;

/** An adapter that the contract holds for. */
export interface Adapter {
  readonly name: string;
  /** Streams can be its bodies. */
  readonly streams: boolean;
  readonly make: MakeCaller;
}

export async function adaptersWith(packages: Packages): Promise<readonly Adapter[]> {
  return [
    { name: 'fetch', streams: true, make: fetchCaller },
    { name: 'axios', streams: true, make: await axiosCallers(packages) },
    ...(await angularAdapters(packages)),
  ];
}

function withParams({ url, params }: Sending): string {
  return params ? `${url}?${new URLSearchParams(params).toString()}` : url;
}

const fetchCaller: MakeCaller = (client, record) => {
  const recording: typeof fetch = (input, init) => {
    const url = typeof input === 'string' ? input : new Request(input).url;
    record?.({ url, authorization: new Headers(init?.headers).get('Authorization') });
    return Promise.resolve(new Response('ok'));
  };
  const send = tokenFetch(client, record && recording);
  const call = (sending: Sending): Promise<Response> => {
    const { method, headers, body, signal } = sending;
    return send(withParams(sending), {
      ...(method !== undefined && { method }),
      ...(headers && { headers }),
      ...(signal && { signal }),
      ...(body !== undefined && { body: body as BodyInit }),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
  };
  return { send: call, failure: (sending) => call(sending).catch((error: unknown) => error) };
};

interface AxiosModule {
  readonly create: (config: object) => AxiosLike;
}

async function axiosCallers(packages: Packages): Promise<MakeCaller> {
  const { default: axios } = (await packages.load('axios/index.js')) as { readonly default: AxiosModule };
  return (client, record) => {
    const recording = (config: AxiosConfigLike): Promise<unknown> => {
      const headers = config.headers as unknown as { get(name: string): string | null };
      record?.({ url: config.url ?? '', authorization: headers.get('Authorization') ?? null });
      return Promise.resolve({ status: 200, headers: {}, config, data: 'ok', request: {} });
    };
    const instance = axios.create(record ? { adapter: recording } : {});
    useTokens(instance, client);
    const call = ({ body: data, ...rest }: Sending): Promise<Outcome> =>
      instance.request({ ...rest, data } as never) as Promise<Outcome>;
    return {
      send: (sending) =>
        call(sending).catch((error: unknown) => {
          const { response } = error as { readonly response?: Outcome };
          if (response) return response;
          throw error;
        }),
      failure: (sending) => call(sending).catch((error: unknown) => error),
    };
  };
}

interface Observed {
  subscribe(observer: { next(event: unknown): void; error(error: unknown): void; complete(): void }): {
    unsubscribe(): void;
  };
}

interface AngularRequest {
  readonly urlWithParams: string;
  readonly headers: { get(name: string): string | null };
}

interface Angular {
  readonly createEnvironmentInjector: (providers: unknown[], parent: null) => { get(token: unknown): unknown };
  readonly NgZone: unknown;
  readonly ɵINJECTOR_SCOPE: unknown;
  readonly ɵChangeDetectionScheduler: unknown;
  readonly HttpClient: unknown;
  readonly HttpBackend: unknown;
  readonly HttpResponse: new (response: object) => unknown;
  readonly HTTP_INTERCEPTORS: unknown;
  readonly provideHttpClient: (...features: unknown[]) => unknown;
  readonly withFetch: () => unknown;
  readonly withInterceptors: (interceptors: unknown[]) => unknown;
  readonly withInterceptorsFromDi: () => unknown;
  readonly Observable: ObservableClass &
    (new (subscribe: (subscriber: Parameters<Observed['subscribe']>[0]) => void) => unknown);
}

async function angularAdapters(packages: Packages): Promise<readonly Adapter[]> {
  await packages.load('@angular/compiler/fesm2022/compiler.mjs');
  const angular = Object.assign(
    {},
    await packages.load('@angular/core/fesm2022/core.mjs'),
    await packages.load('@angular/common/fesm2022/http.mjs'),
    await packages.load('rxjs/dist/cjs/index.js'),
  ) as Angular;
  const { withInterceptors, withInterceptorsFromDi, HTTP_INTERCEPTORS: provide, Observable } = angular;
  const functional = (client: TokenClient): unknown[] => [
    angular.provideHttpClient(angular.withFetch(), withInterceptors([tokenInterceptor(() => client, Observable)])),
  ];
  const asClass = (client: TokenClient): unknown[] => [
    angular.provideHttpClient(angular.withFetch(), withInterceptorsFromDi()),
    { provide, useValue: new TokenInterceptor(() => client, Observable), multi: true },
  ];
  return [
    { name: 'Angular, a function', streams: false, make: angularCaller(angular, functional) },
    { name: 'Angular, a class', streams: false, make: angularCaller(angular, asClass) },
  ];
}

function angularCaller(angular: Angular, providers: (client: TokenClient) => unknown[]): MakeCaller {
  const { HttpResponse, Observable } = angular;
  return (client, record) => {
    const backend = {
      handle: ({ urlWithParams: url, headers }: AngularRequest) =>
        new Observable((subscriber: Parameters<Observed['subscribe']>[0]) => {
          record?.({ url, authorization: headers.get('Authorization') });
          subscriber.next(new HttpResponse({ url, status: 200 }));
          subscriber.complete();
        }),
    };
    const run = (task: () => unknown): unknown => task();
    const injector = angular.createEnvironmentInjector(
      [
        ...providers(client),
        // What is provided in root is found here.
        { provide: angular.ɵINJECTOR_SCOPE, useValue: 'root' },
        { provide: angular.ɵChangeDetectionScheduler, useValue: { notify: () => undefined } },
        { provide: angular.NgZone, useValue: { run, runOutsideAngular: run } },
        ...(record ? [{ provide: angular.HttpBackend, useValue: backend }] : []),
      ],
      null,
    );
    const http = injector.get(angular.HttpClient) as {
      request(method: string, url: string, options: object): Observed;
    };
    const call = ({ url, method = 'GET', signal, ...options }: Sending): Promise<Outcome> =>
      new Promise((resolve, reject) => {
        let latest: Outcome | undefined;
        const subscription = http
          .request(method, url, { ...options, observe: 'response', responseType: 'text' })
          .subscribe({
            next: (event) => (latest = event as Outcome),
            error: reject,
            complete: () => (latest ? resolve(latest) : reject(new Error('There was no answer.'))),
          });
        signal?.addEventListener('abort', () => {
          subscription.unsubscribe();
          reject(signal.reason as Error);
        });
      });
    return {
      send: (sending) =>
        call(sending).catch((error: unknown) => {
          const { name, status } = error as { readonly name?: string; readonly status?: number };
          if (name === 'HttpErrorResponse' && status !== undefined && status > 0) return { status };
          throw error;
        }),
      failure: (sending) => call(sending).catch((error: unknown) => error),
    };
  };
}
