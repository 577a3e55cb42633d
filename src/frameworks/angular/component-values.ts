import type { AngularVersions } from './code-shape.ts';
import { fitted, ionicImport } from './spelling.ts';
import { part } from './templates.ts';

/** What a standalone component imports itself, and what an NgModule gives to any other. */
interface GeneratedComponent {
  readonly name: string;
  /** The file of its NgModule; its own where that one stands beside it. */
  readonly module: string;
  /** Components of Ionic in its template. */
  readonly elements: readonly string[];
  /** What its code names of Ionic. */
  readonly code: readonly string[];
  /** Directives of Angular in its template; `NgFor` and `NgIf` where Angular has no control flow yet. */
  readonly directives: readonly string[];
}

/** A file that is generated, and the template that it is made of. */
interface File {
  readonly output: string;
  readonly variant: string;
}

/** By the template's path, without `.ts` or `.spec.ts`. */
const components: Readonly<Record<string, GeneratedComponent>> = {
  'login/login.page': {
    name: 'LoginPage',
    module: './login.module',
    elements: ['IonButton', 'IonContent', 'IonInput'],
    code: ['IonInput', 'type ViewDidEnter', 'type ViewWillEnter'],
    directives: ['ReactiveFormsModule'],
  },
  'login/login.page.oidc': {
    name: 'LoginPage',
    module: './login.module',
    elements: ['IonButton', 'IonContent'],
    code: ['type ViewDidEnter', 'type ViewWillEnter'],
    directives: [],
  },
  'unlock/unlock.page': {
    name: 'UnlockPage',
    module: './unlock.module',
    elements: ['IonButton', 'IonContent'],
    code: ['type ViewDidEnter', 'type ViewWillEnter'],
    directives: ['NgIf'],
  },
  'account/account.page': {
    name: 'AccountPage',
    module: './account.module',
    elements: [
      'IonBackButton',
      'IonButton',
      'IonButtons',
      'IonContent',
      'IonHeader',
      'IonRadio',
      'IonRadioGroup',
      'IonToolbar',
    ],
    code: ['type ViewDidEnter', 'type ViewWillEnter'],
    directives: ['NgFor', 'NgIf'],
  },
  'passcode/passcode.modal': {
    name: 'PasscodeModal',
    module: './passcode.modal',
    elements: ['IonButton', 'IonButtons', 'IonContent', 'IonHeader', 'IonInput', 'IonTitle', 'IonToolbar'],
    code: ['IonInput', 'ModalController', 'type ViewDidEnter'],
    directives: ['NgIf', 'ReactiveFormsModule'],
  },
};

/** What is different in the class of a component, and in its spec, where an NgModule declares it. */
export function componentValues({ output, variant }: File, versions: AngularVersions): Record<string, string> {
  const named = (path: string): string => path.replace(/(\.spec)?\.ts$/, '');
  const component = components[named(variant)];
  if (component === undefined) return {};
  const place = `./${named(output).split('/').at(-1) ?? ''}`;
  return versions.shape.pages === 'module'
    ? declared(component, place, versions)
    : standalone(component, place, versions);
}

function standalone(
  { name, elements, code, directives }: GeneratedComponent,
  place: string,
  versions: AngularVersions,
) {
  const controlFlow = directives.filter((directive) => ['NgFor', 'NgIf'].includes(directive));
  const needed = versions.major < 18 ? directives : directives.filter((one) => !controlFlow.includes(one));
  const ofIonic = versions.shape.ionic === 'module' ? ['IonicModule'] : elements;
  return {
    ionicImport: ionicImport([...new Set([...ofIonic, ...code])], versions),
    formsModule: 'ReactiveFormsModule, ',
    commonImport: 'NgIf',
    ngIfImport: `import { ${controlFlow.join(', ')} } from '@angular/common';\n`,
    ngModule: '',
    coreImport: coreImport(),
    componentImports: `\n${fitted('  imports: [', [...ofIonic, ...needed], '],')}`,
    modalModule: '',
    page: name,
    pageImports: `import { ${name} } from '${place}';`,
  };
}

function declared({ name, module, code }: GeneratedComponent, place: string, versions: AngularVersions) {
  const moduleName = `${name}Module`;
  const isInPlace = module === place;
  return {
    ionicImport: ionicImport([...(isInPlace ? ['IonicModule'] : []), ...code], versions),
    formsModule: '',
    commonImport: 'CommonModule',
    ngIfImport: '',
    ngModule: 'NgModule, ',
    coreImport: coreImport('NgModule'),
    componentImports: '',
    modalModule: part('passcode-modal-module.ts', versions),
    page: moduleName,
    pageImports: isInPlace
      ? `import { ${name}, ${moduleName} } from '${place}';`
      : `import { ${moduleName} } from '${module}';\nimport { ${name} } from '${place}';`,
  };
}

/** What the passcode modal has of Angular, from 18 on. */
function coreImport(...more: readonly string[]): string {
  const names = ['ChangeDetectionStrategy', 'Component', 'inject', 'Input', ...more, 'signal', 'viewChild'];
  return fitted('import { ', names, " } from '@angular/core';");
}
