import { frameworks } from '../../frameworks/frameworks.ts';

/** Ionic's packages by which a supported app is recognised. */
export const supportedPackages: readonly string[] = Object.values(frameworks).map(({ ionicPackage }) => ionicPackage);

/** Ionic's packages for frameworks that the tool has no folder for. */
export const otherPackages: readonly string[] = ['@ionic/react', '@ionic/vue'];

/** An app that lists one of these is an Ionic app, whether it is supported or not. */
export const ionicPackages: readonly string[] = [...supportedPackages, ...otherPackages];
