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

  it('loads in Node as it is', async () => {
    const script = `
      import { AuthMode, IonicIdentityVaultUser } from 'capacitor-identity-vault';
      import { originPolicy } from 'capacitor-identity-vault/http';
      import { useTestVault } from 'capacitor-identity-vault/testing';
      useTestVault();
      class Identity extends IonicIdentityVaultUser {}
      const identity = new Identity({ ready: () => Promise.resolve() }, { authMode: AuthMode.SecureStorage });
      await identity.login({ username: 'ada', token: 't' });
      console.log((await identity.getSession()).username, originPolicy(['https://a.example']).origins.length);`;
    const { stdout } = await execa('node', ['--input-type=module', '-e', script], { cwd: app });
    expect(stdout).toBe('ada 1');
  });

  it('has no Capacitor section before there is native code', async () => {
    const { stdout } = await execa('node', ['-p', 'JSON.stringify(Object.keys(require("./package.json")))'], {
      cwd: installed,
    });
    expect(JSON.parse(stdout)).not.toContain('capacitor');
  });

  it('costs an app at most 8 kB gzipped at the start; the web part is a chunk of its own', async () => {
    const bundle = await build({
      stdin: {
        contents: `export { IonicIdentityVaultUser, AuthMode } from 'capacitor-identity-vault';`,
        resolveDir: app,
      },
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
    process.stderr.write(`initial ${sizeOf(true)} bytes gzipped, loaded lazily ${sizeOf(false)}\n`);
    expect(sizeOf(true)).toBeGreaterThan(1000);
    expect(sizeOf(true)).toBeLessThanOrEqual(BUDGET);
    expect(sizeOf(false)).toBeGreaterThan(1000);
  });
});

const APP = `
import { AuthMode, IonicIdentityVaultUser, VaultErrorCodes, isVaultError } from 'capacitor-identity-vault';
import type { DefaultSession, LockEvent, VaultConfig, VaultError } from 'capacitor-identity-vault';
import { authorize, originPolicy } from 'capacitor-identity-vault/http';
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
const identity = new IdentityService({ ready: async () => 'ready' });
const session: MySession | undefined = await identity.getSession();
const stored: number = await (await identity.getVault()).getValue('count');
console.log(session?.nicknames, identity.token?.length, stored, isVaultError(0));
const getToken = async () => (await identity.restoreSession())?.token;
console.log(await authorize({ url: '', hasAuthorization: false }, { policy: originPolicy([]), getToken }), useTestVault().promptCount);
`;
