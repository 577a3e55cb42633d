import { describe, expect, test } from 'vitest';
import { imageName, parseJournal, pidName, printJournal, type Journal } from '../../src/state/journal.ts';

const path = 'apps/mobile/.identity-vault/undo/3/journal.json';
const journal: Journal = {
  schemaVersion: 1,
  entries: [
    { path: 'src/new.ts', after: 'sha256-1' },
    { path: 'src/gone.ts', before: 'sha256-2' },
    { path: 'src/changed.ts', before: 'sha256-3', after: 'sha256-4' },
  ],
  folders: ['src/app', 'src/app/identity'],
};

test('what is printed is read back', () => {
  expect(parseJournal(printJournal(journal), path)).toEqual(journal);
  const filesOnly: Journal = { ...journal, isNotInstalled: true };
  expect(parseJournal(printJournal(filesOnly), path)).toEqual(filesOnly);
});

describe('what is no journal is refused, and nothing was changed', () => {
  const changed = (said: object) => JSON.stringify({ ...journal, ...said });

  test.each([
    { case: 'nothing', text: '' },
    { case: 'half of it', text: printJournal(journal).slice(0, 50) },
    { case: 'a list', text: '[]' },
    { case: 'a newer schema', text: changed({ schemaVersion: 2 }) },
    { case: 'no entries', text: changed({ entries: undefined }) },
    { case: 'entries that are no list', text: changed({ entries: {} }) },
    { case: 'an entry without a path', text: changed({ entries: [{ before: 'x' }] }) },
    { case: 'a digest that is no text', text: changed({ entries: [{ path: 'a', before: 1 }] }) },
    { case: 'a digest after it that is no text', text: changed({ entries: [{ path: 'a', after: null }] }) },
    { case: 'folders that are no list', text: changed({ folders: 'src' }) },
    { case: 'a folder that is no text', text: changed({ folders: [1] }) },
    { case: 'another word on the packages', text: changed({ isNotInstalled: 'yes' }) },
  ])('$case', ({ text }) => {
    expect(() => parseJournal(text, path)).toThrow(
      expect.objectContaining({
        code: 'UNREADABLE',
        where: { path },
        message: `${path} can't be used: it is not a journal this version can read. Nothing was changed.`,
        hint: 'Look at the files it names (git diff), then delete apps/mobile/.identity-vault/undo/3.',
      }),
    );
  });

  test.each([
    { case: 'a file outside the app', text: changed({ entries: [{ path: '../evil.ts' }] }), named: '"../evil.ts"' },
    { case: 'a folder outside the app', text: changed({ folders: ['/etc'] }), named: '"/etc"' },
  ])('$case', ({ text, named }) => {
    expect(() => parseJournal(text, path)).toThrow(`it names a path outside the app: ${named}`);
  });
});

test('names of the files beside it', () => {
  expect([pidName(42), imageName(0), imageName(12)]).toEqual(['pid-42', 'before-0', 'before-12']);
});
