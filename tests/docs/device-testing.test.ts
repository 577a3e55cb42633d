import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { canary, inConsole, withoutServer } from '../../scripts/devices/app-for-devices.mjs';
import { fakeOptions, renderOf } from '../support/stages.ts';
import { deviceNotes, triedOnDevices } from '../../src/platforms/device-notes.ts';
import { fakeProject } from '../support/fake-project.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const document = readFileSync(join(root, 'docs/device-testing.md'), 'utf8');
const scriptPath = (name: string) => join(root, 'scripts/devices', name);

interface Row {
  readonly id: string;
  readonly steps: string;
  readonly outcome: string;
  readonly result: string;
}

const rows = document
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^[AI]\d+$/.test(id))
  .map(([, id = '', steps = '', outcome = '', result = '']): Row => ({ id, steps, outcome, result }));

/** Nothing, or who ran it on what: a date, the device, its system, and what came of it. */
const results =
  /^(\*not run\*|\d{4}-\d\d-\d\d, [^,:]+, (Android|iOS|iPadOS) [\d.]+: (as expected|otherwise, #\d+)(<br>|$))+$/;

test('each row has an id of its own, steps, an outcome, and a result that says whether it was run', () => {
  expect(rows.length).toBeGreaterThan(80);
  expect(rows.map(({ id }) => id)).toEqual([...new Set(rows.map(({ id }) => id))]);
  expect(rows.filter(({ steps, outcome }) => steps === '' || outcome === '')).toEqual([]);
  expect(rows.filter(({ result }) => !results.test(result))).toEqual([]);
});

test('says that no row was run as long as none was, and no longer', () => {
  expect(document.includes('**No row was run yet.**')).toBe(rows.every(({ result }) => result === '*not run*'));
});

describe('what was tried is said alike', () => {
  const isUntried = rows.every(({ result }) => result === '*not run*');

  test('by the tool', () => {
    expect(triedOnDevices.includes('never run on a device')).toBe(isUntried);
    expect(deviceNotes(fakeProject()).map(({ text }) => text)).toEqual([expect.stringContaining(triedOnDevices)]);
    expect(deviceNotes(fakeProject({ native: { ios: false, android: false } }))).toEqual([]);
  });

  test.each([
    'README.md',
    'AGENTS.md',
    'llms.txt',
    'docs/architecture.md',
    'docs/threat-model.md',
    'native-plugin/README.md',
  ])('by %s', (path) => {
    const text = readFileSync(join(root, path), 'utf8').replaceAll(/\s*\n>?\s*/g, ' ');
    expect(text.includes('never run on a device')).toBe(isUntried);
    expect(text).not.toMatch(/(iOS|Android|native)[^.|]*(not written yet|not built yet|designed, not built)/);
  });
});

test('names errors as they are', () => {
  const named = [...document.matchAll(/`(\w+)` \((\d+)\)/g)].map(
    ([, name = '', code]) => [name, Number(code)] as const,
  );
  expect(named.length).toBeGreaterThan(10);
  const declared = readFileSync(join(root, 'native-plugin/src/definitions/errors.ts'), 'utf8');
  expect(named.filter(([name, code]) => !declared.includes(`\n  ${name} = ${String(code)},\n`))).toEqual([]);
});

/** A program that writes down what it is called with. */
const folder = mkdtempSync(join(tmpdir(), 'devices-'));
const recorder = join(folder, 'program');
const calls = join(folder, 'calls');
writeFileSync(recorder, `#!/bin/sh\necho "$*" >>'${calls}'\n`, { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true }));

function called(script: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): string[] {
  writeFileSync(calls, '');
  execFileSync('bash', [scriptPath(script), ...argv], {
    cwd: folder,
    env: { ...process.env, ADB: recorder, XCRUN: recorder, ...env },
  });
  return readFileSync(calls, 'utf8').trim().split('\n');
}

function commandsOf(script: string): string[] {
  const { status, stderr } = spawnSync('bash', [scriptPath(script)], { encoding: 'utf8' });
  expect(status).toBe(64);
  return stderr.trim().split('\n').slice(1);
}

describe.each(['android.sh', 'ios.sh'])('%s', (script) => {
  test('has each command that the document names, and the document names each', () => {
    const named = [...document.matchAll(new RegExp(`${script.replace('.', '\\.')} ([a-z][a-z-]*)`, 'g'))].map(
      ([, name]) => name,
    );
    expect([...new Set(named)].sort()).toEqual(commandsOf(script).sort());
  });

  test('refuses what it does not know, and calls nothing', () => {
    writeFileSync(calls, '');
    const { status } = spawnSync('bash', [scriptPath(script), 'phone'], {
      env: { ...process.env, XCRUN: recorder, ADB: recorder },
    });
    expect(status).toBe(64);
    expect(readFileSync(calls, 'utf8')).toBe('');
  });
});

test.each<{ argv: string[]; env?: Record<string, string>; script: string; calls: string[] }>([
  { script: 'android.sh', argv: ['start'], calls: ['shell am start -n io.example.notes/.MainActivity'] },
  { script: 'android.sh', argv: ['start'], env: { APP_ID: 'a.b' }, calls: ['shell am start -n a.b/.MainActivity'] },
  { script: 'android.sh', argv: ['remove-lock', '1234'], calls: ['shell locksettings clear --old 1234'] },
  {
    script: 'android.sh',
    argv: ['kill-in-background'],
    calls: ['shell input keyevent KEYCODE_HOME', 'shell am kill io.example.notes'],
  },
  { script: 'android.sh', argv: ['log', 'canary'], calls: ['logcat -d -b all'] },
  {
    script: 'ios.sh',
    argv: ['start'],
    calls: ['simctl launch --terminate-running-process booted io.example.notes'],
  },
  {
    script: 'ios.sh',
    argv: ['start'],
    env: { DEVICE: 'Ada’s iPhone' },
    calls: ['devicectl device process launch --terminate-existing io.example.notes --device Ada’s iPhone'],
  },
  {
    script: 'ios.sh',
    argv: ['match'],
    calls: ['simctl spawn booted notifyutil -p com.apple.BiometricKit_Sim.pearl.match'],
  },
])('$script $argv calls what it says', ({ script, argv, env, calls: expected }) => {
  expect(called(script, argv, env)).toEqual(expected);
});

test.each([
  { argv: ['match'], env: { DEVICE: 'phone' } },
  { argv: ['reboot'], env: {} },
])('ios.sh $argv is refused where it can’t work', ({ argv, env }) => {
  expect(() => called('ios.sh', argv, env)).toThrow(/Only a/);
  expect(readFileSync(calls, 'utf8')).toBe('');
});

describe('the app for devices', () => {
  test('signs in without a server, with a token that can be looked for, and gives the console the service', async () => {
    const project = fakeProject();
    const { files } = await renderOf(project, fakeOptions({}, project));
    const source = (name: string): string => {
      const file = files.find(({ path }) => path.endsWith(`/${name}`));
      return file?.owner === 'tool' ? file.text : '';
    };
    const client = withoutServer(source('sign-in.client.ts'));

    expect(client).toContain(`return { username, token: '${canary}'`);
    expect(client).not.toContain('http.post');
    expect(inConsole(source('identity.service.ts'))).toContain('Object.assign(globalThis, { identity: this });');
    expect(document).toContain(canary);
  });

  test('is not made of code that it does not know', () => {
    expect(() => withoutServer('export class SignInClient {}')).toThrow(/another shape/);
    expect(() => inConsole('export class IdentityService {}')).toThrow(/another shape/);
  });
});
