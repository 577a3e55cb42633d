import type { Answer } from '../answer.ts';
import type { OutgoingRequest } from '../authorize.ts';
import { lockedMeanwhile } from '../in-flight.ts';
import type { SentRequest, TokenClient } from '../token-client.ts';
import type { TokenSession } from '../token-vault.ts';
import type { AngularObserver, AngularParamsLike, AngularRequestLike, SubscribableLike } from './angular-types.ts';

/** `HttpResponse` and `HttpErrorResponse`; of the other events `type` only. */
interface EventLike {
  readonly type?: number;
  readonly status?: number;
  readonly url?: string | null;
  readonly headers?: { get(name: string): string | null };
}

/** The type of the event that is the answer. */
const RESPONSE = 4;

/** One subscription of a request: sends it with the token, and once more if the token is refused. */
export class AngularExchange<S extends TokenSession> {
  readonly #client: TokenClient<S>;
  readonly #send: (request: AngularRequestLike) => SubscribableLike;
  readonly #subscriber: AngularObserver;
  #isOver = false;
  #stop: () => void = () => undefined;

  constructor(
    client: TokenClient<S>,
    send: (request: AngularRequestLike) => SubscribableLike,
    subscriber: AngularObserver,
  ) {
    this.#client = client;
    this.#send = send;
    this.#subscriber = subscriber;
  }

  /** @returns the cancellation */
  start(request: AngularRequestLike): () => void {
    const outgoing = outgoingOf(request);
    this.#client.prepare(outgoing).then(
      (sent) => (sent ? this.#signed(request, outgoing, sent) : this.#unsigned(request)),
      (error: unknown) => this.#fail(error),
    );
    return () => {
      this.#isOver = true;
      this.#stop();
    };
  }

  #unsigned(request: AngularRequestLike): void {
    this.#subscribe(request, {
      next: (event) => this.#subscriber.next(event),
      error: (error) => this.#fail(error),
      complete: () => this.#subscriber.complete(),
    });
  }

  #signed(request: AngularRequestLike, outgoing: OutgoingRequest, sent: SentRequest): void {
    this.#attempt(request, sent, (error) => {
      this.#client.answered(outgoing, sent, answerOf(error)).then(
        (again) => (again ? this.#again(request, again) : this.#fail(error)),
        (failure: unknown) => this.#fail(failure),
      );
    });
  }

  #again(request: AngularRequestLike, sent: SentRequest): void {
    this.#attempt(request, sent, (error) => {
      this.#guarded(() => {
        this.#client.answeredAgain(sent, answerOf(error));
        this.#fail(error);
      });
    });
  }

  #attempt(request: AngularRequestLike, sent: SentRequest, onError: (error: unknown) => void): void {
    const { url, headers, signal } = sent;
    if (this.#isOver) return;
    const onLock = (): void => {
      this.#stop();
      this.#fail(lockedMeanwhile());
    };
    const end = (): void => signal?.removeEventListener('abort', onLock);
    signal?.addEventListener('abort', onLock);
    // The URL that was checked is the URL that is sent, so the parameters are in it already.
    const signed = request.clone({ url, params: none(request.params) as never, setHeaders: { ...headers } });
    this.#subscribe(signed, {
      next: (event) =>
        this.#guarded(() => {
          if ((event as EventLike).type === RESPONSE) this.#client.assertUsable(sent, answerOf(event));
          this.#subscriber.next(event);
        }),
      error: (error) => {
        end();
        onError(error);
      },
      complete: () => {
        end();
        if (!this.#isOver) this.#subscriber.complete();
      },
    });
    const stop = this.#stop;
    this.#stop = () => {
      end();
      stop();
    };
  }

  #subscribe(request: AngularRequestLike, observer: AngularObserver): void {
    if (this.#isOver) return;
    this.#stop = () => undefined;
    const subscription = this.#send(request).subscribe(observer);
    this.#stop = () => subscription.unsubscribe();
  }

  #guarded(task: () => void): void {
    try {
      if (!this.#isOver) task();
    } catch (error) {
      this.#stop();
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#subscriber.error(error);
  }
}

function outgoingOf({ urlWithParams: url, method, headers, body }: AngularRequestLike): OutgoingRequest {
  const isStream = typeof ReadableStream !== 'undefined' && body instanceof ReadableStream;
  return { url, method, hasAuthorization: headers.has('Authorization'), isRepeatable: !isStream };
}

function answerOf(event: unknown): Answer {
  const { status = 0, url, headers } = (event ?? {}) as EventLike;
  return { status, url, challenge: typeof headers?.get === 'function' ? headers.get('WWW-Authenticate') : undefined };
}

function none(params: AngularParamsLike): AngularParamsLike {
  return params.keys().reduce((rest, name) => rest.delete(name), params);
}
