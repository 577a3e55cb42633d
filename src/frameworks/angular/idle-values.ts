import type { Options } from '../../options/options.ts';
import type { AngularVersions } from './code-shape.ts';
import { fitted, ionicImport } from './spelling.ts';
import { part } from './templates.ts';

/** Whether the vault locks in front of somebody who does nothing, and so has to warn them. */
export function warnsOfIdleLock({ idleTimeout }: Pick<Options, 'idleTimeout'>): boolean {
  return idleTimeout > 0;
}

/** What the service has of the warning before that lock. */
export function idleValues(options: Options, versions: AngularVersions): Record<string, string> {
  const isWarned = warnsOfIdleLock(options);
  const names = ['AuthMode', 'IonicIdentityVaultUser', ...(isWarned ? ['type IdleWarning'] : []), 'type LockEvent'];
  return {
    idleIonicImport: ionicImport(['ToastController'], versions),
    vaultImport: fitted('import { ', names, " } from 'capacitor-identity-vault';"),
    idleNoticeImport: isWarned ? "import { IdleNotice } from './idle-notice';\n" : '',
    idleNoticeField: isWarned ? '  private readonly idleNotice = inject(IdleNotice);\n' : '',
    idleHooks: isWarned ? part('idle-hooks.ts', versions) : '',
  };
}
