/* What of axios 1 is used, by structure: an app without axios needs none. */

/** The headers of a request. */
export interface AxiosHeadersLike {
  has(name: string): boolean;
  set(name: string, value: string): unknown;
  delete(name: string): unknown;
}

/** What a request is made of. */
export interface AxiosConfigLike {
  url?: string | undefined;
  baseURL?: string | undefined;
  method?: string | undefined;
  params?: unknown;
  data?: unknown;
  maxRedirects?: number | undefined;
  fetchOptions?: object | undefined;
  signal?: unknown;
  headers: AxiosHeadersLike;
}

/** An answer. */
export interface AxiosAnswerLike {
  status: number;
  headers?: unknown;
  config: AxiosConfigLike;
  request?: unknown;
}

/** What requests are rejected with. */
export interface AxiosErrorLike {
  config?: AxiosConfigLike | undefined;
  request?: unknown;
  response?: AxiosAnswerLike | undefined;
}

interface InterceptorsLike {
  use(onFulfilled: never, onRejected: never): number;
  eject(id: number): void;
}

/** An instance: `axios` itself, or what `axios.create` gives. */
export interface AxiosLike {
  getUri(config: never): string;
  request(config: never): Promise<unknown>;
  readonly interceptors: { readonly request: InterceptorsLike; readonly response: InterceptorsLike };
}

interface Interceptors<Value> {
  use(onFulfilled: (value: Value) => Promise<Value>, onRejected?: (error: unknown) => Promise<Value>): number;
  eject(id: number): void;
}

/** The same instance as it is called here. */
export interface Axios {
  getUri(config: AxiosConfigLike): string;
  request(config: AxiosConfigLike): Promise<AxiosAnswerLike>;
  readonly interceptors: {
    readonly request: Interceptors<AxiosConfigLike>;
    readonly response: Interceptors<AxiosAnswerLike>;
  };
}
