import type { ConfigListEdit, IntentFilterEdit, PlistListEdit } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import { authOrigins, oidcSettings, type OidcSettings } from '../options/oidc-settings.ts';
import type { Options } from '../options/options.ts';

/** Do addresses of a scheme of the app's own open it? */
export function usesScheme(options: Options): boolean {
  return oidcSettings(options)?.redirectOrigin === '';
}

/** iOS opens the app with addresses of this scheme. */
export function urlTypeEdits({ native, capacitor }: Project, options: Options): PlistListEdit[] {
  const settings = oidcSettings(options);
  if (settings?.redirectOrigin !== '') return [];
  const scheme = settings.redirectScheme;
  return native.appPlists.map((path) => ({
    kind: 'plist-list',
    id: `url-type:${path}`,
    path,
    key: 'CFBundleURLTypes',
    item: { CFBundleURLName: capacitor.appId ?? scheme, CFBundleURLSchemes: [scheme] },
    by: 'CFBundleURLSchemes',
  }));
}

/** Apple's name for: iOS gives this app what comes back to the domain from a sign-in. */
export function associatedDomain({ redirectOrigin }: OidcSettings): string | undefined {
  return redirectOrigin === '' ? undefined : `webcredentials:${new URL(redirectOrigin).host}`;
}

export const associatedDomainsKey = 'com.apple.developer.associated-domains';

/** Below iOS 17.4 there is no such sign-in; the plugin refuses it there. */
export function associatedDomainEdits({ native }: Project, options: Options): PlistListEdit[] {
  const settings = oidcSettings(options);
  const item = settings && associatedDomain(settings);
  if (item === undefined) return [];
  return native.entitlements.map((path) => ({
    kind: 'plist-list',
    id: `associated-domain:${path}`,
    path,
    key: associatedDomainsKey,
    item,
  }));
}

/** Android opens the app with them. Answers of a scheme have no host: a filter with a path of them would take none. */
export function intentFilterEdits({ native: { manifest } }: Project, options: Options): IntentFilterEdit[] {
  const settings = oidcSettings(options);
  if (settings === undefined || manifest === undefined) return [];
  const { redirectScheme: scheme, redirectOrigin, redirectPath, postLogoutPath } = settings;
  if (redirectOrigin === '')
    return [{ kind: 'intent-filter', id: 'sign-in-callback', path: manifest, address: { scheme } }];
  const { host } = new URL(redirectOrigin);
  const callbacks = { 'sign-in-link': redirectPath, 'sign-out-link': postLogoutPath };
  return Object.entries(callbacks).map(([id, page]) => {
    const address = { scheme: 'https', host, path: `/${page}` };
    return { kind: 'intent-filter', id, path: manifest, address, autoVerify: true };
  });
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
