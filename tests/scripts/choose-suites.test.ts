import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chooseSuites } from '../../scripts/lib/choose-suites.mjs';
import { findCommand, suites } from '../../scripts/lib/toolchains.mjs';
import config from '../../vitest.config.ts';

const everything = () => '/usr/bin/it';
const nothing = () => undefined;

it('runs every suite when nothing is named and everything is there', () => {
  expect(chooseSuites([], everything)).toEqual({ chosen: Object.keys(suites), missing: [], rest: [] });
});

it('lists the suites whose toolchain is not there, with how to get it', () => {
  const { chosen, missing } = chooseSuites([], nothing);

  expect(chosen).toEqual([
    'src',
    'edits',
    'templates',
    'run',
    'compile',
    'contract',
    'faults',
    'second-framework',
    'plugin',
    'adapters',
    'release',
    'apps',
  ]);
  expect(missing.map(({ suite }) => suite)).toEqual([
    'beside-auth',
    'browser',
    'vectors-in-chromium',
    'terminal',
    'cores',
    'native',
    'e2e',
  ]);
  for (const { need } of missing) expect(need.install).toContain('setup:toolchains');
});

it.each([
  { args: ['--project', 'src'], chosen: ['src'], rest: [] },
  { args: ['--project=src', '--project', 'edits'], chosen: ['src', 'edits'], rest: [] },
  { args: ['tests/code', '--project', 'src', '-t', 'imports'], chosen: ['src'], rest: ['tests/code', '-t', 'imports'] },
  { args: ['--project', 'unknown'], chosen: ['unknown'], rest: [] },
])('takes the named suites and passes the rest on: $args', ({ args, chosen, rest }) => {
  expect(chooseSuites(args, everything)).toEqual({ chosen, missing: [], rest });
});

it('knows every project of the Vitest configuration', () => {
  const projects = (config as { test: { projects: { test: { name: string } }[] } }).test.projects;

  expect(projects.map((project) => project.test.name).sort()).toEqual(Object.keys(suites).sort());
});

it('finds programs on PATH', () => {
  expect(existsSync(findCommand('node')!)).toBe(true);
  expect(findCommand('no-such-program-here')).toBeUndefined();
});
