import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ReportDocument } from '../../src/report/documents.ts';
import { commands } from '../../src/commands/commands.ts';
import { reportSchema } from '../../src/report/schema/report-schema.ts';
import { App } from './app.ts';
import { installPackages, type Compiler } from './fake-compiler.ts';
import { readReport } from '../report/read-report.ts';

const service = 'src/app/identity/identity.service.ts';

/** A package manager that installs nothing, first on the path. */
function withFakeManager(app: App): void {
  const folder = join(app.root, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(folder, 'npm'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
  onTestFinished(() => void vi.unstubAllEnvs());
}

interface Outcome {
  readonly case: string;
  readonly project?: string;
  readonly prepare?: (app: App) => unknown;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly is: Partial<Record<string, unknown>>;
}

const setUp = (app: App) => app.run('--yes');
const verified = ['--yes', '--no-install', '--verify', '--lock-after', '60000'];

async function withCompiler(app: App, compiler: Compiler): Promise<void> {
  await setUp(app);
  installPackages(app, compiler);
}

const append = (path: string, text: string) => (app: App) => app.write(path, app.read(path) + text);

/** Every way a run can end, of every command. The schema's members that none of them has are asked for at the end. */
const outcomes: readonly Outcome[] = [
  { case: 'a dry run', argv: ['--dry-run'], is: { ok: true, command: 'setup', exitCode: 0 } },
  { case: 'files written', argv: ['--yes', '--no-install'], is: { command: 'setup', exitCode: 0, ran: [] } },
  {
    case: 'files written and commands run, one of which fails',
    prepare: withFakeManager,
    argv: ['--yes'],
    is: {
      ok: false,
      exitCode: 6,
      ran: [expect.objectContaining({ id: 'install', ok: true }), expect.objectContaining({ ok: false })],
    },
  },
  { case: 'nothing to do', prepare: setUp, argv: ['--yes', '--no-install'], is: { changes: [], exitCode: 0 } },
  {
    case: 'another plugin, and files deleted',
    prepare: setUp,
    argv: ['--dry-run', '--plugin', 'file:../vault.tgz', '--no-tests'],
    is: {
      plan: expect.objectContaining({ packages: [expect.objectContaining({ before: '^0.1.0' })] }) as unknown,
      changes: expect.arrayContaining([expect.objectContaining({ action: 'delete' })]) as unknown,
    },
  },
  {
    case: 'an edited file merged',
    prepare: async (app) => {
      await setUp(app);
      append(service, '// mine\n')(app);
    },
    argv: ['--dry-run', '--lock-after', '9000'],
    is: { changes: expect.arrayContaining([expect.objectContaining({ action: 'merge', path: service })]) as unknown },
  },
  {
    case: 'a Capacitor project in a folder of its own',
    project: 'nx-root-package',
    prepare: (app) =>
      app.write('apps/mobile/ios/App/App/Info.plist', new App('angular-21-plain').read('ios/App/App/Info.plist')),
    argv: ['--dry-run', '-C', 'apps/mobile', '--code-dir', 'libs/mobile/shell/src/lib/identity'],
    is: {
      plan: expect.objectContaining({
        commands: expect.arrayContaining([expect.objectContaining({ folder: 'apps/mobile' })]) as unknown,
      }) as unknown,
    },
  },
  {
    case: 'a step left for a person, and nothing written',
    project: 'angular-19-spread-routes',
    argv: ['--yes', '--no-install'],
    is: {
      ok: false,
      code: 'MANUAL',
      exitCode: 6,
      manual: expect.arrayContaining([expect.objectContaining({ path: 'src/app/routes.ts', line: 3 })]) as unknown,
    },
  },
  {
    case: 'a step left for a person, and the rest written',
    project: 'angular-19-spread-routes',
    argv: ['--yes', '--no-install', '--allow-manual'],
    is: { ok: false, command: 'setup', exitCode: 6 },
  },
  {
    case: 'a step left for a person that needs the generated code',
    project: 'angular-15-main',
    argv: ['--yes', '--no-install'],
    is: {
      ok: false,
      command: 'setup',
      exitCode: 6,
      plan: expect.objectContaining({
        manual: [],
        followUps: expect.arrayContaining([expect.objectContaining({ id: 'sign-in' })]) as unknown,
      }) as unknown,
    },
  },
  {
    case: 'an interrupted run taken back',
    prepare: async (app) => {
      await setUp(app);
      app.write('.identity-vault/journal/before-0', 'half');
    },
    argv: ['undo', '--yes', '--no-install'],
    is: { command: 'undo', recovered: [], exitCode: 0 },
  },
  {
    case: 'the last run taken back',
    prepare: setUp,
    argv: ['undo', '--yes', '--no-install'],
    is: { command: 'undo', exitCode: 0 },
  },
  { case: 'nothing to take back', argv: ['undo', '--yes'], is: { command: 'undo', changes: [] } },
  {
    case: 'all taken out but an edited file',
    prepare: async (app) => {
      await setUp(app);
      append(service, '// mine\n')(app);
    },
    argv: ['remove', '--yes', '--no-install'],
    is: { command: 'remove', kept: [service], exitCode: 0 },
  },
  { case: 'in sync', prepare: setUp, argv: ['check'], is: { ok: true, command: 'check', problems: [], exitCode: 0 } },
  { case: 'never set up', argv: ['check'], is: { ok: false, command: 'check', exitCode: 2 } },
  {
    case: 'in sync but for an edit, which --strict minds',
    prepare: async (app) => {
      await setUp(app);
      append(service, '// mine\n')(app);
    },
    argv: ['check', '--strict'],
    is: { ok: false, problems: [expect.objectContaining({ level: 'note', code: 'edited' })], exitCode: 2 },
  },
  {
    case: 'something new for the compiler',
    prepare: (app) => withCompiler(app, { after: { prints: 'src/main.ts(1,2): error TS1: New.' } }),
    argv: verified,
    is: { ok: false, command: 'setup', exitCode: 7 },
  },
  {
    case: 'a second type check that breaks off',
    prepare: (app) => withCompiler(app, { after: { exits: 134 } }),
    argv: verified,
    is: { ok: false, command: 'setup', exitCode: 7 },
  },
  {
    case: 'what was found, and the steps that are open',
    project: 'angular-15-main',
    prepare: setUp,
    argv: ['info'],
    is: { command: 'info', steps: expect.arrayContaining([expect.objectContaining({ id: 'sign-in' })]) as unknown },
  },
  { case: 'what was found', argv: ['info'], is: { ok: true, command: 'info' } },
  {
    case: 'the provider that users sign in at',
    prepare: (app) =>
      app.run(
        ...['--yes', '--auth', 'oidc', '--issuer', 'https://login.example.com', '--client-id', 'notes'],
        ...['--oidc-scope', 'openid profile', '--endpoint-origins', 'https://tokens.example.com'],
      ),
    argv: ['info'],
    is: {
      addresses: expect.arrayContaining([
        expect.objectContaining({ issuer: 'https://login.example.com', clientId: 'notes' }),
      ]) as unknown,
      registrations: expect.arrayContaining([
        { for: 'redirect', in: 'phones', address: 'io.example.plain:/auth/callback' },
      ]) as unknown,
    },
  },
  {
    case: 'where each build renews its token',
    prepare: (app) => app.run('--yes', '--api-origins', 'https://api.example.com', '--refresh-url', '/refresh'),
    argv: ['info'],
    is: {
      addresses: expect.arrayContaining([
        expect.objectContaining({ refreshUrl: 'https://api.example.com/refresh' }),
      ]) as unknown,
    },
  },
  { case: 'the help', argv: ['--help'], is: { command: 'help' } },
  { case: 'the version', argv: ['--version'], is: { command: 'help', version: '0.1.0' } },
  { case: 'a wrong flag', argv: ['--lock-aftr'], is: { ok: false, code: 'USAGE', exitCode: 64 } },
  { case: 'nobody to ask', argv: [], is: { code: 'ANSWER_NEEDED', exitCode: 4 } },
  {
    case: 'a file that is no JSON',
    prepare: (app) => app.write('package.json', '{\n  "name": "app"\n  "version": "1"\n}'),
    argv: ['--dry-run'],
    is: { code: 'UNREADABLE', where: { path: 'package.json', line: 3, column: 3 }, exitCode: 5 },
  },
  {
    case: 'both sides changed',
    prepare: async (app) => {
      await setUp(app);
      append('src/app/app.routes.ts', '// mine\n')(app);
    },
    argv: ['undo', '--yes'],
    is: { code: 'CONFLICT', exitCode: 3 },
  },
];

/** The members of every object in the documents seen, as `command.member.member`. */
const seen = new Set<string>();

function note(value: unknown, path: string): void {
  if (Array.isArray(value)) for (const item of value) note(item, path);
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) {
      seen.add(`${path}.${key}`);
      note(member, `${path}.${key}`);
    }
}

function kindOf(document: ReportDocument): string {
  if (!('command' in document)) return 'error';
  return ['check', 'info', 'help'].includes(document.command) ? document.command : 'run';
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

function declared(schema: Schema, path: string): string[] {
  const members = Object.entries(schema.properties ?? {});
  return [
    ...members.flatMap(([key, member]) => [`${path}.${key}`, ...declared(member, `${path}.${key}`)]),
    ...(schema.items ? declared(schema.items, path) : []),
    ...(schema.oneOf ?? []).flatMap((one) => declared(one, path)),
  ];
}

describe('the document of --json', () => {
  test.each(outcomes)('$case', async ({ project = 'angular-21-plain', prepare, argv, env = {}, is }) => {
    const app = new App(project);
    await prepare?.(app);
    const { stdout } = await app.runWith({ argv: [...argv, '--json'], env });
    const document = readReport(stdout);
    expect(document).toMatchObject({ schemaVersion: 1, ...is });
    note(document, kindOf(document));
  });

  test('has every member that the schema declares, in one run or another', () => {
    const { $defs } = reportSchema(commands) as { readonly $defs: Readonly<Record<string, Schema>> };
    const documents = Object.entries($defs).filter(([name]) => name !== 'origin');
    expect(documents.flatMap(([name, schema]) => declared(schema, name)).filter((path) => !seen.has(path))).toEqual([
      // It has no value until somebody names a plugin, and is seen in plan.packages then.
      'info.options.plugin.value',
    ]);
  });
});
