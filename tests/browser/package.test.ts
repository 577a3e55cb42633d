import { build } from 'esbuild';
import { execa } from 'execa';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUDGET = 8 * 1024;

describe('the packed plugin, as an app installs it', () => {
  const app = mkdtempSync(join(tmpdir(), 'vault-package-'));
  const installed = join(app, 'node_modules', 'capacitor-identity-vault');

  beforeAll(async () => {
    await execa('npm', ['run', 'build', '--workspace', 'native-plugin'], { cwd: ROOT });
    await execa('npm', ['pack', '--workspace', 'native-plugin', '--pack-destination', app], { cwd: ROOT });
    const [archive = ''] = readdirSync(app).filter((name) => name.endsWith('.tgz'));
    mkdirSync(installed, { recursive: true });
    await execa('tar', ['-xzf', join(app, archive), '--strip-components=1', '-C', installed]);
    const core = join('node_modules', '@capacitor', 'core');
    cpSync(join(ROOT, core), join(app, core), { recursive: true });
    writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(app, 'app.ts'), APP);
  });
  afterAll(() => {
    rmSync(app, { recursive: true });
  });

  it.each([
    { module: 'node16', moduleResolution: 'node16' },
    { module: 'esnext', moduleResolution: 'bundler' },
    { module: 'commonjs', moduleResolution: 'node10' },
  ])('has its types under moduleResolution $moduleResolution', async ({ module, moduleResolution }) => {
    const compilerOptions = { module, moduleResolution, target: 'es2022', lib: ['es2022', 'dom'], types: [] };
    const strict = { strict: true, noImplicitOverride: true, noPropertyAccessFromIndexSignature: true, noEmit: true };
    const config = { compilerOptions: { ...compilerOptions, ...strict, skipLibCheck: false }, files: ['app.ts'] };
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(config));
    const { exitCode, stdout } = await execa('npx', ['tsc', '-p', app], { cwd: ROOT, reject: false });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
  });

  it.each(['es2018', 'es2020'])('has its types for an app that compiles for %s', async (lib) => {
    const compilerOptions = { module: 'esnext', moduleResolution: 'bundler', target: 'es2022', lib: [lib, 'dom'] };
    const config = {
      compilerOptions: { ...compilerOptions, types: [], strict: true, noEmit: true },
      files: ['app.ts'],
    };
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(config));
    const { exitCode, stdout } = await execa('npx', ['tsc', '-p', app], { cwd: ROOT, reject: false });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
  });

  it('has no type in its declarations that TypeScript before 5.7 does not know', () => {
    const declarations = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const files = declarations.filter((name) => name.endsWith('.d.ts'));
    expect(files.length).toBeGreaterThan(5);
    const generic = files.filter((name) =>
      /\bU?[Ii]nt\d+Array</.test(readFileSync(join(installed, 'dist', name), 'utf8')),
    );
    expect(generic).toEqual([]);
  });

  it('has the types of its CommonJS files, too', async () => {
    const compilerOptions = { module: 'node16', target: 'es2022', lib: ['es2022', 'dom'], types: [], noEmit: true };
    const folder = join(app, 'commonjs');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
    writeFileSync(join(folder, 'app.ts'), APP);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, strict: true } }),
    );
    const { exitCode, stdout } = await execa('npx', ['tsc', '-p', folder, '--traceResolution'], {
      cwd: ROOT,
      reject: false,
    });
    expect(stdout).toMatch(
      /'capacitor-identity-vault\/testing' was successfully resolved to '\S+\/dist\/cjs\/testing\/index\.d\.ts'/,
    );
    expect({ exitCode, errors: stdout.match(/error TS.*/g) }).toEqual({ exitCode: 0, errors: null });
  });

  it.each([
    {
      name: 'ES modules',
      args: ['--input-type=module'],
      load: (names: string, from: string) => `import ${names} from '${from}';`,
    },
    { name: 'CommonJS', args: [], load: (names: string, from: string) => `const ${names} = require('${from}');` },
  ])('loads in Node as it is: $name', async ({ args, load }) => {
    const script = `
      ${load('{ AuthMode, Device, IonicIdentityVaultUser, Vault }', 'capacitor-identity-vault')}
      ${load('{ originPolicy }', 'capacitor-identity-vault/http')}
      ${load('{ OidcClient }', 'capacitor-identity-vault/oidc')}
      ${load('{ TokenInterceptor }', 'capacitor-identity-vault/http/angular')}
      ${load('{ useTokens }', 'capacitor-identity-vault/http/axios')}
      ${load('{ tokenFetch }', 'capacitor-identity-vault/http/fetch')}
      ${load('{ AuthConnect }', 'capacitor-identity-vault/auth-connect')}
      ${load('{ useTestVault }', 'capacitor-identity-vault/testing')}
      (async () => {
        useTestVault();
        class Identity extends IonicIdentityVaultUser {}
        const identity = new Identity({ ready: () => Promise.resolve() }, { authMode: AuthMode.SecureStorage });
        await identity.login({ username: 'ada', token: 't' });
        const vault = new Vault({ key: 'app', type: 'CustomPasscode' });
        await vault.setValue('name', 'bob');
        await vault.lock();
        const names = [(await identity.getSession()).username, await vault.getValue('name')];
        console.log(...names, await Device.isBiometricsEnabled(), originPolicy(['https://a.example']).origins.length);
        console.log(typeof OidcClient, typeof TokenInterceptor, typeof useTokens, typeof tokenFetch, typeof AuthConnect.login);
      })();`;
    const { stdout } = await execa('node', [...args, '-e', script], { cwd: app });
    expect(stdout).toBe('ada bob false 1\nfunction function function function function');
  });

  it('works in Vitest without any set-up', async () => {
    writeFileSync(join(app, 'session.test.js'), SPEC);
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
    const { exitCode, all } = await execa('node', [vitest, 'run', '--globals', '--root', app], {
      cwd: app,
      all: true,
      reject: false,
    });
    expect({ exitCode, all }).toMatchObject({ exitCode: 0, all: expect.stringContaining('1 passed') as string });
  });

  it('says where its native code is', async () => {
    const { stdout } = await execa('node', ['-p', 'JSON.stringify(require("./package.json").capacitor)'], {
      cwd: installed,
    });
    expect(JSON.parse(stdout)).toEqual({ android: { src: 'android' }, ios: { src: 'ios' } });
  });

  it.each(['IonicIdentityVaultUser, AuthMode', 'Vault, VaultType, DeviceSecurityType', 'Device'])(
    '%s: at most 8 kB gzipped at the start; the web part is a chunk of its own',
    async (names) => {
      const { initial, later } = await sizesOf(`export { ${names} } from 'capacitor-identity-vault';`, app);
      process.stderr.write(`${names}: initial ${initial} bytes gzipped, loaded lazily ${later}\n`);
      expect(initial).toBeGreaterThan(1000);
      expect(initial).toBeLessThanOrEqual(BUDGET);
      expect(later).toBeGreaterThan(1000);
    },
  );
});

/** Gzipped bytes of an app's first chunk, and of those it loads when they are needed. */
async function sizesOf(contents: string, resolveDir: string): Promise<{ initial: number; later: number }> {
  const bundle = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    write: false,
    metafile: true,
    external: ['@capacitor/core'],
  });
  const initial = new Set<string>();
  const follow = (path: string): void => {
    if (initial.has(path)) return;
    initial.add(path);
    for (const { path: imported, kind, external } of bundle.metafile.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) follow(imported);
    }
  };
  const [entry = ''] = Object.entries(bundle.metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint === '<stdin>' ? path : [],
  );
  follow(entry);
  const sizeOf = (isInitial: boolean) =>
    bundle.outputFiles
      .filter(({ path }) => [...initial].some((name) => path.endsWith(name.split('/').at(-1) ?? name)) === isInitial)
      .reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
  return { initial: sizeOf(true), later: sizeOf(false) };
}

const SPEC = `
import { Vault } from 'capacitor-identity-vault';
import { useTestVault } from 'capacitor-identity-vault/testing';

it('locks', async () => {
  const device = useTestVault({ biometrics: 'enrolled' });
  const vault = new Vault({ key: 'app', type: 'DeviceSecurity', deviceSecurityType: 'Biometrics' });
  await vault.setValue('name', 'ada');
  await device.lock();
  expect(await vault.isLocked()).toBe(true);
  expect(await vault.getValue('name')).toBe('ada');
  expect(device.biometricPromptCount).toBe(1);
});
`;

const APP = `
import { AuthMode, IonicIdentityVaultUser, Vault, BrowserVault, VaultErrorCodes, VaultType, isVaultError } from 'capacitor-identity-vault';
import type { DefaultSession, LockEvent, VaultConfig, VaultError } from 'capacitor-identity-vault';
import { authorize, originPolicy, received, TokenClient } from 'capacitor-identity-vault/http';
import { tokenInterceptor, TokenInterceptor } from 'capacitor-identity-vault/http/angular';
import { useTokens } from 'capacitor-identity-vault/http/axios';
import { tokenFetch } from 'capacitor-identity-vault/http/fetch';
import { OidcClient, sessionVault, type OidcSession } from 'capacitor-identity-vault/oidc';
import { useTestVault } from 'capacitor-identity-vault/testing';

interface MySession extends DefaultSession {
  email: string;
  age: number;
  nicknames: string[];
}

export class IdentityService extends IonicIdentityVaultUser<MySession> {
  constructor(platform: { ready(): Promise<string> }) {
    super(platform, {
      authMode: AuthMode.BiometricAndPasscode,
      restoreSessionOnReady: false,
      unlockOnReady: false,
      unlockOnAccess: true,
      lockAfter: 5000,
      hideScreenOnBackground: true,
      allowSystemPinFallback: false,
      androidPromptDescription: null,
    });
  }
  override onVaultUnlocked(config: VaultConfig) {
    console.log(config.lockAfter);
  }
  override onVaultLocked({ saved }: LockEvent) {
    console.log(saved);
  }
  override onSetupError(error: VaultError) {
    if (error.code === VaultErrorCodes.VaultUnavailable) console.log(error.message);
  }
  override async onPasscodeRequest(_isPasscodeSetRequest: boolean) {}
}
export class WithReturn extends IonicIdentityVaultUser {
  override async onPasscodeRequest(isPasscodeSetRequest: boolean) {
    return isPasscodeSetRequest ? 'abcd' : undefined;
  }
}
export async function use() {
  const identity = new IdentityService({ ready: async () => 'ready' });
  const session: MySession | undefined = await identity.getSession();
  const stored: number = await (await identity.getVault()).getValue('count');
  const vault: Vault | BrowserVault = new Vault();
  await vault.initialize({ key: 'a', type: VaultType.CustomPasscode, lockAfterBackgrounded: null });
  const kept: string | null = await vault.getValue<string>('kept');
  console.log(kept, session?.nicknames, identity.token?.length, stored, isVaultError(0));
  const client = new OidcClient({ issuer: 'https://a.example', clientId: 'a', redirectUri: 'a:/b' }, { vault: sessionVault(vault) });
  const oidc: OidcSession | undefined = (await client.resume())?.session;
  console.log(oidc?.subject.length, (await client.getAccessToken())?.length);
  const tokens = new TokenClient<MySession>({
    vault: identity,
    origins: ['https://api.example.com'],
    refresh: async (old) => received({ ...old, token: 'new' }),
  });
  const api: typeof fetch = tokenFetch(tokens);
  class Interceptor extends TokenInterceptor<MySession> {}
  console.log(api, new Interceptor(() => tokens, class {}), useTokens, tokenInterceptor(() => tokens, class {}));
  const getToken = async () => (await identity.restoreSession())?.token;
  console.log(await authorize({ url: '', hasAuthorization: false }, { policy: originPolicy([]), getToken }), useTestVault().promptCount);
}
`;
