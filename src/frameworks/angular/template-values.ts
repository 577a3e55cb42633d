import { addressValues } from './address-values.ts';
import type { AngularOptions } from './angular-options.ts';
import { codeFiles } from './code-files.ts';
import { codeNames, type AngularVersions, type CodeShape } from './code-shape.ts';
import { oidcValues } from './oidc-values.ts';
import { refreshValues } from './refresh-values.ts';
import { serverValues } from './server-values.ts';
import { providerSession, sessionValues } from './session-values.ts';
import { identifier, ionicEntry, textLiteral } from './spelling.ts';
import { vaultArguments } from './vault-arguments.ts';

/** What is put into the templates, spelled as TypeScript. */
export function templateValues(options: AngularOptions, versions: AngularVersions): Record<string, string> {
  const { major, shape } = versions;
  const named = names(options, shape);
  return {
    ionic: ionicEntry(versions),
    style: versions.style ?? 'scss',
    standalone: standaloneFlag(major, shape),
    ...named,
    ...codeFiles(options),
    ...serverValues(versions),
    ...httpInTests(named.interceptorName, shape),
    ...vaultArguments(options),
    // Signals are stable since 17.
    observed: major >= 17 ? '' : '$',
    // One session as it is now, where pages have no signals of their own.
    sessionNow: major >= 17 ? 'this.identity.session()' : '(await firstValueFrom(this.identity.session$))',
    sessionNowImport: major >= 17 ? '' : "import { firstValueFrom } from 'rxjs';\n",
    // The method is deprecated since 20.2, which has the signal.
    currentNavigation: major >= 21 ? 'currentNavigation()' : 'getCurrentNavigation()',
    loginPath: route(options.loginPath),
    unlockPath: route(options.unlockPath),
    homePath: route(options.homePath),
    ...addressValues(options, versions.environmentFile),
    ...refreshValues(options, versions),
    ...(options.auth === 'oidc' ? providerSession : sessionValues(options)),
    ...oidcValues(options, versions),
  };
}

/** Said where it isn't Angular's default: components are standalone by default from 19 on. */
function standaloneFlag(major: number, { pages }: CodeShape): string {
  const isStandalone = pages === 'standalone';
  return isStandalone === major >= 19 ? '' : `\n  standalone: ${String(isStandalone)},`;
}

/** How specs provide HttpClient with the interceptor, from Angular 15 on. */
function httpInTests(interceptorName: string, { interceptor }: CodeShape): Record<string, string> {
  if (interceptor === 'function') {
    return {
      httpImports: 'provideHttpClient, withInterceptors',
      httpProviders: `provideHttpClient(withInterceptors([${interceptorName}])),`,
    };
  }
  const token = `{ provide: HTTP_INTERCEPTORS, useClass: ${interceptorName}, multi: true },`;
  return {
    httpImports: 'HTTP_INTERCEPTORS, provideHttpClient, withInterceptorsFromDi',
    httpProviders: `provideHttpClient(withInterceptorsFromDi()),\n      ${token}`,
  };
}

function names(options: AngularOptions, shape: CodeShape) {
  const { interceptorName, guardName, unlockGuardName, resumeGuardName } = codeNames(options, shape);
  return {
    serviceName: identifier(options.serviceName),
    sessionName: identifier(options.sessionName),
    interceptorName: identifier(interceptorName),
    guardName: identifier(guardName),
    unlockGuardName: identifier(unlockGuardName),
    resumeGuardName: identifier(resumeGuardName),
  };
}

function route(path: string): string {
  return textLiteral(`/${path.replace(/^\/+/, '')}`);
}
