import { expect, it } from 'vitest';
import { unendedTests } from '../../scripts/native/unended-tests.mjs';

it('names the tests of Swift that began and did not end', () => {
  const printed = [
    '◇ Suite TurnsTests started.',
    '◇ Test passes() started.',
    '◇ Test waits() started.',
    '◇ Test waitsFor(arguments:) started.',
    '◇ Test fails() started.',
    '◇ Test passesFor(arguments:) started.',
    '✔ Test passesFor(arguments:) with 2 test cases passed after 0.001 seconds.',
    '✔ Test passes() passed after 0.001 seconds.',
    '✘ Test fails() recorded an issue at Tests.swift:1:2: Expectation failed',
    '✘ Test fails() failed after 0.001 seconds with 1 issue.',
    '◇ Passing 1 argument cores → 2 to waitsFor(arguments:)',
  ].join('\n');
  expect(unendedTests(printed)).toEqual(['waits()', 'waitsFor(arguments:)']);
  expect(unendedTests('')).toEqual([]);
});
