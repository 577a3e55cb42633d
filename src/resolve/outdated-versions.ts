import type { Project } from '../model/project.ts';

interface Outdated {
  readonly code: string;
  readonly text: string;
  readonly guide: string;
}

type Versions = Pick<Project, 'capacitor' | 'ionicMajor' | 'dependencies'>;

/** Versions of the app that the generated code is not made for: it is written with `--allow-unsupported` only. */
export function outdatedVersions({ capacitor, ionicMajor, dependencies }: Versions): Outdated[] {
  const rxjs = dependencies.get('rxjs')?.major;
  const outdated: Outdated[] = [];
  if (capacitor.major < 7) {
    const text = `The app uses Capacitor ${capacitor.major}; the vault plugin needs 7 or newer.`;
    outdated.push({ code: 'capacitor-unsupported', text, guide: 'https://capacitorjs.com/docs/updating/7-0' });
  }
  if (ionicMajor < 7) {
    const text = `The app uses Ionic ${ionicMajor}; the generated pages need 7 or newer.`;
    outdated.push({ code: 'ionic-unsupported', text, guide: 'https://ionicframework.com/docs/updating/7-0' });
  }
  if (rxjs !== undefined && rxjs < 7) {
    const text = `The app uses RxJS ${rxjs}; the generated service needs 7.2 or newer.`;
    outdated.push({ code: 'rxjs-unsupported', text, guide: 'https://rxjs.dev/deprecations/breaking-changes' });
  }
  return outdated;
}
