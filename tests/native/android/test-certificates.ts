import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PASSWORD = 'of-a-test-only';

/** Servers' certificates that sign themselves, made anew for each run, and a phone's list of those that it trusts. */
export class TestCertificates {
  readonly #folder = mkdtempSync(join(tmpdir(), 'identity-vault-certificates-'));

  /** @returns what a server of node takes */
  make(name: string, subject: string): { readonly pfx: Buffer; readonly passphrase: string } {
    const about = [
      '-dname',
      `CN=${name}`,
      '-ext',
      `SAN=${subject}`,
      '-validity',
      '2',
      '-keyalg',
      'EC',
      '-groupname',
      'secp256r1',
    ];
    this.#keytool('-genkeypair', '-alias', name, '-keystore', this.#path(name), ...about);
    return { pfx: readFileSync(this.#path(name)), passphrase: PASSWORD };
  }

  /** @returns properties of a Java machine that trusts these and nobody else */
  trust(...names: readonly string[]): readonly string[] {
    for (const name of names) {
      const certificate = join(this.#folder, `${name}.crt`);
      this.#keytool('-exportcert', '-alias', name, '-keystore', this.#path(name), '-file', certificate);
      this.#keytool(
        '-importcert',
        '-noprompt',
        '-alias',
        name,
        '-keystore',
        this.#path('trusted'),
        '-file',
        certificate,
      );
    }
    return [
      `-Djavax.net.ssl.trustStore=${this.#path('trusted')}`,
      '-Djavax.net.ssl.trustStoreType=PKCS12',
      `-Djavax.net.ssl.trustStorePassword=${PASSWORD}`,
    ];
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #path(name: string): string {
    return join(this.#folder, `${name}.p12`);
  }

  #keytool(...given: readonly string[]): void {
    execFileSync('keytool', [...given, '-storetype', 'PKCS12', '-storepass', PASSWORD], { stdio: 'pipe' });
  }
}
