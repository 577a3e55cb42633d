import '@angular/compiler';
import { XhrFactory } from '@angular/common';
import {
  FetchBackend,
  HTTP_INTERCEPTORS,
  HttpBackend,
  HttpClient,
  HttpXhrBackend,
  provideHttpClient,
  withFetch,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import {
  createEnvironmentInjector,
  NgZone,
  ɵChangeDetectionScheduler as Scheduler,
  ɵINJECTOR_SCOPE as SCOPE,
} from '@angular/core';
import axios from 'axios';
import { firstValueFrom, Observable } from 'rxjs';
import { TokenClient } from '../../../native-plugin/src/http/index.ts';
import { tokenInterceptor, TokenInterceptor } from '../../../native-plugin/src/http/angular/index.ts';
import { useTokens } from '../../../native-plugin/src/http/axios/index.ts';
import { tokenFetch } from '../../../native-plugin/src/http/fetch/index.ts';

/** The session is here: how it is kept is shown elsewhere. */
let session = { token: 'token-0' };
const vault = {
  getSession: () => Promise.resolve(session),
  restoreSession: () => Promise.resolve(session),
  async refreshSession(rejected, refresh) {
    if (session.token === rejected) session = await refresh(session);
    return session;
  },
};
const run = (task) => task();

const interceptors = (client) => ({
  'a function': [withInterceptors([tokenInterceptor(() => client, Observable)])],
  'a class': [withInterceptorsFromDi()],
});

function angular(client, kind, backend) {
  const provideClass = {
    provide: HTTP_INTERCEPTORS,
    useValue: new TokenInterceptor(() => client, Observable),
    multi: true,
  };
  const providers = [
    provideHttpClient(withFetch(), ...interceptors(client)[kind]),
    { provide: SCOPE, useValue: 'root' },
    { provide: Scheduler, useValue: { notify: () => undefined } },
    { provide: NgZone, useValue: { run, runOutsideAngular: run } },
    { provide: XhrFactory, useValue: { build: () => new XMLHttpRequest() } },
    { provide: HttpXhrBackend, useClass: HttpXhrBackend, deps: [XhrFactory] },
    { provide: HttpBackend, useExisting: backend },
    ...(kind === 'a class' ? [provideClass] : []),
  ];
  const http = createEnvironmentInjector(providers, null).get(HttpClient);
  return ({ url, method, body }) =>
    firstValueFrom(http.request(method, url, { body, observe: 'response', responseType: 'text' }));
}

function axiosBy(client, adapter) {
  const instance = axios.create({ adapter });
  useTokens(instance, client);
  return ({ url, method, body }) => instance.request({ url, method, data: body });
}

function sendersOf(client) {
  const send = tokenFetch(client);
  return {
    fetch: ({ url, method, body }) => send(url, { method, body }),
    'axios, XMLHttpRequest': axiosBy(client, 'xhr'),
    'axios, fetch': axiosBy(client, 'fetch'),
    'Angular, a function, XMLHttpRequest': angular(client, 'a function', HttpXhrBackend),
    'Angular, a class, XMLHttpRequest': angular(client, 'a class', HttpXhrBackend),
    'Angular, a function, fetch': angular(client, 'a function', FetchBackend),
    'Angular, a class, fetch': angular(client, 'a class', FetchBackend),
  };
}

const bodies = {
  none: () => undefined,
  text: () => 'x'.repeat(100_000),
  blob: () => new Blob(['x'.repeat(100_000)]),
  bytes: () => new TextEncoder().encode('x'.repeat(100_000)).buffer,
  form: () => {
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(100_000)]), 'file.txt');
    return form;
  },
};

/** What an app gets from an answer, or from a failure. */
const statusOf = ({ status }) => String(status);
const failureOf = (error) => String(error.code ?? error.name) + (error.status ? ` ${error.status}` : '');

/** Makes the adapters anew, over a session whose token is `token-0`. */
window.start = (origins, backend) => {
  session = { token: 'token-0' };
  window.ended = [];
  const refresh = async ({ token }) => {
    const answer = await fetch(`${backend}/refresh`, { method: 'POST', body: token });
    return { token: await answer.text() };
  };
  window.senders = sendersOf(
    new TokenClient({ vault, origins, refresh, onUnauthorized: (token) => window.ended.push(token) }),
  );
};

window.send = ({ adapter, url, method = 'GET', body = 'none', count = 1 }) => {
  const one = () => window.senders[adapter]({ url, method, body: bodies[body]() }).then(statusOf, failureOf);
  return Promise.all(Array.from({ length: count }, one));
};
