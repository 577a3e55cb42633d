import type { ConfigListEdit, IntentFilterEdit, PlistListEdit } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import { authOrigins, oidcSettings } from '../options/oidc-settings.ts';
import type { Options } from '../options/options.ts';

/** iOS opens the app with addresses of this scheme. */
export function urlTypeEdits({ native, capacitor }: Project, options: Options): PlistListEdit[] {
  const scheme = oidcSettings(options)?.redirectScheme;
  if (scheme === undefined) return [];
  return native.appPlists.map((path) => ({
    kind: 'plist-list',
    id: `url-type:${path}`,
    path,
    key: 'CFBundleURLTypes',
    item: { CFBundleURLName: capacitor.appId ?? scheme, CFBundleURLSchemes: [scheme] },
    by: 'CFBundleURLSchemes',
  }));
}

/** Android opens the app with them. The provider's answers have no host: a filter with a path of them would take none. */
export function intentFilterEdits({ native: { manifest } }: Project, options: Options): IntentFilterEdit[] {
  const scheme = oidcSettings(options)?.redirectScheme;
  if (scheme === undefined || manifest === undefined) return [];
  return [{ kind: 'intent-filter', id: 'sign-in-callback', path: manifest, address: { scheme } }];
}

/** What the plugin may open and send to; without it, it refuses both. */
export function authOriginEdits({ capacitor }: Project, options: Options): ConfigListEdit[] {
  const settings = oidcSettings(options);
  const items = settings === undefined ? [] : authOrigins(settings);
  const [path] = capacitor.configFiles;
  if (items.length === 0 || path === undefined) return [];
  const key = ['plugins', 'CapacitorIdentityVault', 'authOrigins'] as const;
  return [{ kind: 'config-list', id: 'auth-origins', path, key: [...key], items }];
}
