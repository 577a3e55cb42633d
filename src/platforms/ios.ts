import { usesBiometrics } from '../options/auth-modes.ts';
import { iosLinkNotes } from './app-links.ts';
import type { Platform } from './platform.ts';
import { faceIdEdits, faceIdKey, faceIdTranslations } from './face-id.ts';
import { judgeOldest } from './oldest-system.ts';
import { associatedDomainEdits, urlTypeEdits, usesScheme } from './sign-in-callback.ts';

/** Without the text iOS ends the app when Face ID is first used; a mode without biometrics never uses it. */
export const ios: Platform = {
  id: 'ios',
  edits: (project, options) => [
    ...(usesBiometrics(options) ? faceIdEdits(project.native, options) : []),
    ...urlTypeEdits(project, options),
    ...associatedDomainEdits(project, options),
  ],
  notes: ({ native }, options) => [
    ...(native.ios && usesBiometrics(options) && native.plists.length + native.generatedPlists.length === 0
      ? [
          {
            code: 'no-plist',
            text: `No Info.plist was found below ios/App: add ${faceIdKey} to your target’s by hand.`,
          },
        ]
      : []),
    ...iosLinkNotes(native, options),
    ...(native.ios && usesScheme(options) && native.appPlists.length === 0
      ? [
          {
            code: 'no-url-types',
            text: `No Info.plist was found that can say which addresses open the app: add a URL type with the scheme ${options.redirectScheme ?? ''} in Xcode, in the tab Info of your target.`,
          },
        ]
      : []),
    ...(native.ios
      ? []
      : [{ code: 'no-ios', text: 'There is no ios/ yet. After "cap add ios", run this command again.' }]),
  ],
  followUps: ({ native }, options) => (usesBiometrics(options) ? faceIdTranslations(native, options) : []),
  outdated: (project) => judgeOldest(project, { platform: 'ios', title: 'iOS', version: 14, spelled: '14.0' }),
};
