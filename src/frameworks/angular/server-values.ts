import type { AngularVersions } from './code-shape.ts';
import { part } from './templates.ts';

/** What is added where pages are rendered on a server: there is no vault there. */
export function serverValues(versions: AngularVersions): Record<string, string> {
  const isRendered = versions.rendersOnServer === true;
  const added = Object.entries({
    serverImport: `import { isPlatformServer } from '@angular/common';\n`,
    platformId: ', PLATFORM_ID',
    isServer: '\n  private readonly isServer = isPlatformServer(inject(PLATFORM_ID));',
    isOnServer: 'isPlatformServer(inject(PLATFORM_ID)) || ',
    isOnServerInClass: 'this.isServer || ',
    passOnServer: part(`pass-on-server${versions.shape.guard === 'class' ? '.class' : ''}.ts`, versions),
  });
  return Object.fromEntries(added.map(([name, text]) => [name, isRendered ? text : '']));
}
