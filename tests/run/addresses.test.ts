import { describe, expect, test } from 'vitest';
import { App } from './app.ts';

const production = 'src/environments/environment.ts';
const development = 'src/environments/environment.development.ts';
const token = 'src/app/identity/addresses.ts';
const origins = ['--api-origins', 'https://api.example.com,http://localhost:3000'];

/** An app whose builds take one of two environments. */
function appWithEnvironments(): App {
  const app = new App('angular-21-plain');
  const workspace = JSON.parse(app.read('angular.json')) as {
    projects: { plain: { architect: { build: Record<string, unknown> } } };
  };
  workspace.projects.plain.architect.build['configurations'] = {
    production: {},
    development: { fileReplacements: [{ replace: production, with: development }] },
  };
  app.write('angular.json', `${JSON.stringify(workspace, null, 2)}\n`);
  app.write(
    production,
    "export const environment = {\n  production: true,\n  apiUrl: 'https://api.example.com',\n};\n",
  );
  app.write(
    development,
    "export const environment = {\n  production: false,\n  apiUrl: 'http://localhost:3000',\n};\n",
  );
  return app;
}

async function setUp(app: App, ...args: string[]) {
  const ended = await app.run('--yes', ...origins, ...args);
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  return ended;
}

test('each environment gets its own addresses, and the code those of its build', async () => {
  const app = appWithEnvironments();
  await setUp(app);

  expect(app.read(production)).toContain(
    "loginUrl: 'https://api.example.com/login',\n    apiOrigins: ['https://api.example.com'],",
  );
  expect(app.read(development)).toContain(
    "loginUrl: 'http://localhost:3000/login',\n    apiOrigins: ['http://localhost:3000'],",
  );
  expect(app.read(token)).toContain("import { environment } from '../../environments/environment';");
});

test('tokens are renewed at an address of each build, and no more once that is taken back', async () => {
  const app = appWithEnvironments();
  await setUp(app);
  const before = app.snapshot();

  await setUp(app, '--refresh-url', '/refresh', '--expiry-field', 'expires_in');
  expect(app.read(production)).toContain("    refreshUrl: 'https://api.example.com/refresh',\n    apiOrigins: [");
  expect(app.read(development)).toContain("    refreshUrl: 'http://localhost:3000/refresh',\n    apiOrigins: [");
  expect(app.read('src/app/identity/refresh.client.ts')).toContain('{ refresh_token: refreshToken }');
  const { stdout } = await app.run('info');
  expect(stdout).toMatch(/development +token to \S+ +sign in at \S+ +renew at http:\/\/localhost:3000\/refresh +src/);

  await setUp(app, '--refresh-url', '', '--expiry-field', '');
  expect(app.snapshot()).toEqual(before);
});

test('an app that reads its addresses when it starts is asked for the one to renew at', async () => {
  const app = new App('angular-21-plain');
  const ended = await app.run('--yes', ...origins, '--runtime-addresses', '--refresh-url', '/refresh');

  expect(ended.exitCode).toBe(6);
  expect(ended.stdout + ended.stderr).toContain("get refreshUrl() { return config.refreshUrl ?? ''; },");
});

test('another answer and back gives the same bytes; remove and undo give those of before', async () => {
  const app = appWithEnvironments();
  const before = app.snapshot();
  await setUp(app);
  const after = app.snapshot();

  await setUp(app, '--login-url', '/v2/sign-in');
  expect(app.read(production)).toContain('https://api.example.com/v2/sign-in');
  await setUp(app, '--login-url', '/login');
  expect(app.snapshot()).toEqual(after);

  expect(await app.run('remove', '--yes')).toMatchObject({ exitCode: 0 });
  expect(app.snapshot()).toEqual(before);

  await setUp(app);
  expect(await app.run('undo', '--yes')).toMatchObject({ exitCode: 0 });
  expect(app.read(production)).toBe(Buffer.from(before[production] ?? '', 'latin1').toString());
});

test('an address that somebody changed in an environment stays', async () => {
  const app = appWithEnvironments();
  await setUp(app);
  const changed = app.read(development).replace(/http:\/\/localhost:3000\/login/, 'http://localhost:3001/in');
  app.write(development, changed);

  await setUp(app);
  expect(app.read(development)).toBe(changed);
  expect(await app.run('check')).toMatchObject({ exitCode: 0 });
});

test('a build that has no address is said', async () => {
  const app = appWithEnvironments();
  const ended = await app.run('--yes', '--api-origins', 'https://api.example.com');

  expect(ended).toMatchObject({ exitCode: 0 });
  expect(`${ended.stdout}${ended.stderr}`.replaceAll(/\s+/g, ' ')).toContain(
    `Builds with ${development} have no server`,
  );
});

describe('an app that was set up with one constant for all builds', () => {
  test('gets addresses for each build, and nothing of the constant is left', async () => {
    const app = new App('set-up-before-addresses');
    expect(app.read('src/app/identity/identity.service.ts')).toContain('export const API_ORIGINS');

    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    const code = Object.entries(app.snapshot()).filter(([path]) => path.startsWith('src/'));
    expect(code.filter(([, text]) => text.includes('API_ORIGINS'))).toEqual([]);
    expect(app.read(production)).toContain("apiOrigins: ['https://api.example.com'],");
    expect(app.read(development)).toContain("apiOrigins: ['http://localhost:3000'],");
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });

  test('keeps an origin that somebody added to the constant: it is a conflict, and nothing is written', async () => {
    const app = new App('set-up-before-addresses');
    const service = 'src/app/identity/identity.service.ts';
    app.write(service, app.read(service).replace("'http://localhost:3000']", "'https://other.example.com']"));
    const before = app.snapshot();

    expect(await app.run('--yes')).toMatchObject({ exitCode: 3 });
    expect(app.snapshot()).toEqual(before);
  });
});

describe('an app that reads its addresses when it starts', () => {
  test('is told where to provide them, until it does', async () => {
    const app = new App('angular-21-plain');
    const ended = await app.run('--yes', '--runtime-addresses');
    expect(ended).toMatchObject({ exitCode: 6 });
    expect(`${ended.stdout}${ended.stderr}`).toContain("import { IDENTITY_ADDRESSES } from './identity/addresses';");
    expect(app.read(token)).not.toContain('environment');
    expect(await app.run('check')).toMatchObject({ exitCode: 2 });

    const config = 'src/app/app.config.ts';
    const provided = app
      .read(config)
      .replace('providers: [', 'providers: [\n    { provide: IDENTITY_ADDRESSES, useValue: read },');
    app.write(config, `import { IDENTITY_ADDRESSES } from './identity/addresses';\n${provided}`);
    expect(await app.run('--yes')).toMatchObject({ exitCode: 0 });
    expect(await app.run('check')).toMatchObject({ exitCode: 0 });
  });
});
