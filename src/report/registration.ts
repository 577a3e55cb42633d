import { isLocal } from '../options/is-local.ts';
import { oidcSettings, phoneOrigin } from '../options/oidc-settings.ts';
import type { Options } from '../options/options.ts';
import { startCommand } from '../packages/start-command.ts';
import type { Project } from '../model/project.ts';
import { inHome } from '../state/setup-paths.ts';

/** An address of the app that its provider has to know, exactly so. */
export interface Registration {
  readonly for: 'redirect' | 'postLogout' | 'origin';
  readonly in: 'development' | 'production' | 'phones';
  /** Without its origin where only the people who serve the app know it; empty where that is all of it. */
  readonly address: string;
}

/** What the generated client sends to the provider as addresses of the app; none where no provider signs users in. */
export function registrationsOf(project: Project, options: Options): Registration[] {
  const settings = oidcSettings(options);
  if (settings === undefined) return [];
  const { issuer, redirectPath, postLogoutPath } = settings;
  const origin = startCommand(project)?.origin ?? '';
  const base = basePath(project);
  const development: Place = { in: 'development', origin, base };
  // A provider on a developer's machine is one of development builds alone.
  const places: readonly Place[] = isLocal(issuer)
    ? [development]
    : [development, { in: 'production', origin: '', base }, { in: 'phones', origin: phoneOrigin(settings), base: '/' }];
  const pages = ({ in: where, origin, base }: Place, use: Registration['for'], path: string): Registration => ({
    for: use,
    in: where,
    address: `${origin}${base}${path}`,
  });
  return [
    ...places.map((place) => pages(place, 'redirect', redirectPath)),
    ...places.map((place) => pages(place, 'postLogout', postLogoutPath)),
    // Phones send no origin: their requests are native.
    ...places.flatMap(({ in: where, origin }) =>
      where === 'phones' ? [] : [{ for: 'origin' as const, in: where, address: origin }],
    ),
  ];
}

/** Where the app runs. */
interface Place {
  readonly in: Registration['in'];
  /** Empty where only the people who serve the app know it. */
  readonly origin: string;
  readonly base: string;
}

/** The page's own `<base>`, as a folder; where it is none, the root. */
function basePath({ framework, tree }: Project): string {
  const page = tree.read(inHome(framework.sourceRoot, 'index.html')) ?? '';
  const base = /<base\s[^>]*?href=["'](\/[\w~.-][\w~./-]*)["']/i.exec(page)?.[1] ?? '/';
  // A browser takes a name behind the last slash for that of the page.
  return base.replace(/[^/]*$/, '');
}

const purposes = { redirect: 'Redirect', postLogout: 'After a sign-out', origin: 'Origin of requests (CORS)' } as const;

/** The same for people, one address in a line, to be copied. */
export function registrationLines(project: Project, options: Options): string[] {
  const start = startCommand(project)?.typed ?? 'in development';
  const where = { development: start, production: 'where the app is served', phones: 'iOS and Android' };
  const unknown = { development: 'http://localhost:…', production: 'https://…', phones: '' };
  return registrationsOf(project, options).map((one) => {
    const isWhole = /^[^/]/.test(one.address);
    return `${purposes[one.for]}: ${isWhole ? '' : unknown[one.in]}${one.address}  (${where[one.in]})`;
  });
}
