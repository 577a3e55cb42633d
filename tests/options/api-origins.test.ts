import { expect, test } from 'vitest';
import { findOrigins } from '../../src/options/found/api-origins.ts';
import { fakeProject } from '../support/fake-project.ts';

test('an address under the app’s own name for its API comes before one whose host alone says so', () => {
  const apiOrigins = [
    { origin: 'https://api.sandbox.example.com', keys: ['paypal.url'] },
    { origin: 'https://notes.example.org', keys: ['apiUrl'] },
  ];
  const project = fakeProject();
  const likely = findOrigins({ ...project, framework: { ...project.framework, apiOrigins } }).likely;
  expect(likely.map(({ origin }) => origin)).toEqual(['https://notes.example.org', 'https://api.sandbox.example.com']);
});
