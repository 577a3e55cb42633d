import { frameworks } from '../../frameworks/frameworks.ts';

/** Ionic's packages by which a supported app is recognised. */
export const supportedPackages: readonly string[] = Object.values(frameworks).map(({ ionicPackage }) => ionicPackage);

/** Those and Ionic's other ones: an app that lists one is an Ionic app, whether it is supported or not. */
export const ionicPackages: readonly string[] = [...new Set([...supportedPackages, '@ionic/react', '@ionic/vue'])];
