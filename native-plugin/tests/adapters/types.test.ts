import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { Packages } from './packages.ts';

const packages = new Packages();
afterAll(() => packages.remove());

const source = (path: string): string => JSON.stringify(join(import.meta.dirname, '../../src', path));

const APP = `
import { HttpClient, type HttpEvent, type HttpHandler, type HttpInterceptor, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject, Injectable, Injector } from '@angular/core';
import axios from 'axios';
import { Observable } from 'rxjs';
import { TokenClient, type TokenSession } from ${source('http/index.ts')};
import { tokenInterceptor, TokenInterceptor } from ${source('http/angular/index.ts')};
import { useTokens } from ${source('http/axios/index.ts')};
import { tokenFetch } from ${source('http/fetch/index.ts')};

interface Session extends TokenSession { readonly refreshToken: string }
declare const tokens: TokenClient<Session>;

export const asFunction: HttpInterceptorFn = tokenInterceptor(() => inject(HttpClient) && tokens, Observable);
export const skipping: HttpInterceptorFn = tokenInterceptor(
  (request) => (request.headers.has('X-Bare') || request.method === 'HEAD' ? undefined : tokens),
  Observable,
);

@Injectable()
export class AsClass extends TokenInterceptor<Session> implements HttpInterceptor {
  constructor(injector: Injector) {
    super(() => injector.get(HttpClient) && tokens, Observable);
  }
}
export const events: Observable<HttpEvent<unknown>> = new AsClass(inject(Injector)).intercept(
  undefined as never as HttpRequest<unknown>,
  undefined as never as HttpHandler,
);

export const stop: () => void = useTokens(axios, tokens);
export const stopInstance: () => void = useTokens(axios.create({ baseURL: 'https://api.example.com' }), tokens);
export const api: typeof fetch = tokenFetch(tokens);
`;

const MISTAKES = `
${APP}
export const wrong1: HttpInterceptorFn = tokenInterceptor(() => 'token', Observable);
export const wrong2: () => void = useTokens({}, tokens);
`;

function messagesOf(text: string): readonly string[] {
  const file = join(packages.folder, 'app.ts');
  writeFileSync(file, text);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    allowImportingTsExtensions: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it('fits the types of the real Angular, RxJS and axios', () => {
  expect(messagesOf(APP)).toEqual([]);
});

it('finds mistakes', () => {
  expect(messagesOf(MISTAKES).length).toBe(2);
});
