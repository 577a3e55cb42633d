import { expect, test } from 'vitest';
import type { OwnClient } from '../../../src/frameworks/angular/angular-facts.ts';
import { ownClientNotes } from '../../../src/frameworks/angular/own-client-notes.ts';

const client = (by: OwnClient['by'], line: number, runsClasses = false): OwnClient => ({
  path: 'src/app/page.ts',
  line,
  by,
  runsClasses,
});

test.each<{
  case: string;
  interceptor: 'function' | 'class';
  major: number;
  clients: readonly OwnClient[];
  says: string[][];
}>([
  { case: 'none', interceptor: 'function', major: 21, clients: [], says: [] },
  {
    case: 'the remedy for each kind, with every place',
    interceptor: 'function',
    major: 21,
    clients: [client('module', 1, true), client('function', 2), client('module', 3, true)],
    says: [
      ['src/app/page.ts:1, src/app/page.ts:3', 'never runs authInterceptor', 'Take HttpClientModule out'],
      ['src/app/page.ts:2', 'withRequestsMadeViaParent()'],
    ],
  },
  {
    case: 'only what doesn’t run classes, where the interceptor is one',
    interceptor: 'class',
    major: 16,
    clients: [client('module', 1, true), client('module', 2), client('function', 3, true), client('function', 4)],
    says: [['page.ts:2.'], ['page.ts:4.']],
  },
  {
    case: 'each HttpClientModule before Angular 15',
    interceptor: 'class',
    major: 14,
    clients: [client('module', 1, true)],
    says: [['page.ts:1.']],
  },
])('notes: $case', ({ interceptor, major, clients, says }) => {
  const shape = { pages: 'standalone', ionic: 'standalone', guard: 'function', interceptor } as const;
  const notes = ownClientNotes({ major, ownClients: clients }, 'authInterceptor', shape);

  expect(notes.length).toBe(says.length);
  says.forEach((words, index) => {
    for (const word of words) expect(notes[index]?.text).toContain(word);
  });
});
