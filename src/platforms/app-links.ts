import type { Note } from '../model/plan.ts';
import type { NativeProjects } from '../model/project.ts';
import { oidcSettings } from '../options/oidc-settings.ts';
import type { Options } from '../options/options.ts';
import { associatedDomain } from './sign-in-callback.ts';

/** What a web origin that opens the app needs on iOS, beside the entitlement. */
export function iosLinkNotes({ ios, entitlements, unentitled }: NativeProjects, options: Options): Note[] {
  const settings = oidcSettings(options);
  const domain = settings && associatedDomain(settings);
  if (!ios || settings === undefined || domain === undefined) return [];
  const file = `${settings.redirectOrigin}/.well-known/apple-app-site-association`;
  const served = `iOS: ${file} has to name the app under webcredentials. Below iOS 17.4, users can’t sign in: an app that is for older systems keeps its scheme.`;
  const where = unentitled.length > 0 ? unentitled.join(', ') : 'the app’s target';
  const capability = `No file of entitlements was found for ${where}: add the capability Associated Domains in Xcode, with ${domain}, and run this command again.`;
  return [
    { code: 'ios-app-site', text: served },
    ...(entitlements.length > 0 && unentitled.length === 0
      ? []
      : [{ code: 'no-associated-domains', text: capability }]),
  ];
}

/** The same on Android, where the manifest says the rest. */
export function androidLinkNotes({ android }: NativeProjects, options: Options): Note[] {
  const { redirectOrigin = '' } = oidcSettings(options) ?? {};
  if (!android || redirectOrigin === '') return [];
  const file = `${redirectOrigin}/.well-known/assetlinks.json`;
  const text = `Android: ${file} has to name the app and its signing certificate. Until Android has read it, the sign-in ends on your page in the browser.`;
  return [{ code: 'android-asset-links', text }];
}
