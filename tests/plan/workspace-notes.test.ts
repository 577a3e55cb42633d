import { expect, test } from 'vitest';
import type { Note } from '../../src/model/plan.ts';
import { workspaceNotes } from '../../src/plan/workspace-notes.ts';
import { fakeProject, type Facts } from '../support/fake-project.ts';

const notSeen = (what: string): Note => ({
  code: 'plugin-not-seen-by-capacitor',
  text: `Capacitor finds plugins in the package.json beside its configuration, and ${what}, or name it in includePlugins.`,
});
const inMobile = { capacitor: { folder: 'apps/mobile' } };
const own = 'apps/mobile/package.json';
const former = { '@ionic-enterprise/identity-vault': '5.0.0' };
const formerText =
  '@ionic-enterprise/identity-vault is in package.json. The new vault stands beside it and takes no data over: users sign ' +
  'in once more. After the switch, take out the code that imports it, the package';

test.each<{ case: string; facts: Facts; spec?: string; notes: Note[] }>([
  { case: 'an app like most', facts: {}, notes: [] },
  {
    case: 'lock files of several package managers',
    facts: {
      packageManager: { name: 'pnpm', reason: 'pnpm-lock.yaml', passedOver: ['yarn.lock', 'package-lock.json'] },
    },
    notes: [
      {
        code: 'several-lock-files',
        text:
          'There are lock files of several package managers. pnpm is used, because of pnpm-lock.yaml; ' +
          'passed over: yarn.lock, package-lock.json. State another one as "packageManager" in package.json.',
      },
    ],
  },
  {
    case: 'several configurations of Capacitor',
    facts: { capacitor: { configFiles: ['capacitor.config.ts', 'capacitor.config.js', 'capacitor.config.json'] } },
    notes: [
      {
        code: 'several-capacitor-configs',
        text: 'Capacitor reads capacitor.config.ts and never capacitor.config.js, capacitor.config.json.',
      },
    ],
  },
  { case: 'no configuration of Capacitor', facts: { capacitor: { configFiles: [] } }, notes: [] },
  {
    case: 'a formatter that can’t be used',
    facts: { formatter: { kind: 'none', passedOver: 'with Plug’n’Play.' } },
    notes: [{ code: 'formatter-passed-over', text: 'The files are not formatted: with Plug’n’Play.' }],
  },
  { case: 'a formatter that is missing stops the run: no note', facts: { formatter: { kind: 'missing' } }, notes: [] },
  {
    case: 'the former vault',
    facts: { dependencies: former },
    notes: [{ code: 'former-vault', text: `${formerText}.` }],
  },
  {
    case: 'the former vault with its registry',
    facts: { dependencies: former, files: { '.npmrc': '@ionic-enterprise:registry=https://registry.example.com/\n' } },
    notes: [
      {
        code: 'former-vault',
        text: `${formerText} and, if nothing else needs it, the registry of @ionic-enterprise from .npmrc.`,
      },
    ],
  },
  {
    case: 'Capacitor in a folder whose package.json doesn’t list the plugin',
    facts: { ...inMobile, files: { [own]: '{}' } },
    notes: [
      notSeen(
        'apps/mobile/package.json doesn’t list it: add "capacitor-identity-vault": "capacitor-identity-vault@^0.1.0" to its dependencies',
      ),
    ],
  },
  {
    case: 'Capacitor in a folder whose package.json lists it',
    facts: { ...inMobile, files: { [own]: '{ "dependencies": { "capacitor-identity-vault": "*" } }' } },
    notes: [],
  },
  {
    case: 'Capacitor in a folder without a package.json',
    facts: inMobile,
    notes: [
      notSeen(
        'there is no apps/mobile/package.json: make one with {"dependencies": {"capacitor-identity-vault": "capacitor-identity-vault@^0.1.0"}}',
      ),
    ],
  },
  { case: 'the same in Nx, which looks at the root', facts: { ...inMobile, files: { 'nx.json': '{}' } }, notes: [] },
  {
    case: 'an archive is named from that folder',
    facts: { ...inMobile, files: { [own]: '{}' } },
    spec: 'file:.identity-vault/vault.tgz',
    notes: [
      notSeen(
        'apps/mobile/package.json doesn’t list it: add "capacitor-identity-vault": "file:../../.identity-vault/vault.tgz" to its dependencies',
      ),
    ],
  },
  {
    case: 'an archive with an absolute path stays as it is',
    facts: { ...inMobile, files: { [own]: '{}' } },
    spec: 'file:/opt/vault.tgz',
    notes: [
      notSeen(
        'apps/mobile/package.json doesn’t list it: add "capacitor-identity-vault": "file:/opt/vault.tgz" to its dependencies',
      ),
    ],
  },
  {
    case: 'Capacitor in a folder, no native project yet',
    facts: { ...inMobile, native: { ios: false, android: false } },
    notes: [],
  },
  {
    case: 'several at once, in this order',
    facts: {
      ...inMobile,
      capacitor: { folder: '', configFiles: ['capacitor.config.ts', 'capacitor.config.json'] },
      packageManager: { passedOver: ['yarn.lock'] },
    },
    notes: [
      {
        code: 'several-lock-files',
        text:
          'There are lock files of several package managers. npm is used, because of package-lock.json; ' +
          'passed over: yarn.lock. State another one as "packageManager" in package.json.',
      },
      {
        code: 'several-capacitor-configs',
        text: 'Capacitor reads capacitor.config.ts and never capacitor.config.json.',
      },
    ],
  },
])('$case', ({ facts, spec = 'capacitor-identity-vault@^0.1.0', notes }) => {
  expect(workspaceNotes(fakeProject(facts), spec)).toEqual(notes);
});
