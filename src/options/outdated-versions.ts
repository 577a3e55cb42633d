import type { Project } from '../types.ts';

export interface Outdated {
  readonly code: string;
  readonly text: string;
  readonly guide: string;
}

/** Versions of the app that the generated code is not made for: it is written with `--allow-unsupported` only. */
export function outdatedVersions({ capacitor, ionicMajor }: Pick<Project, 'capacitor' | 'ionicMajor'>): Outdated[] {
  return [
    ...(capacitor.major >= 7
      ? []
      : [
          {
            code: 'capacitor-unsupported',
            text: `The app uses Capacitor ${capacitor.major}; the vault plugin needs 7 or newer.`,
            guide: 'https://capacitorjs.com/docs/updating/7-0',
          },
        ]),
    ...(ionicMajor >= 7
      ? []
      : [
          {
            code: 'ionic-unsupported',
            text: `The app uses Ionic ${ionicMajor}; the generated pages need 7 or newer.`,
            guide: 'https://ionicframework.com/docs/updating/7-0',
          },
        ]),
  ];
}
