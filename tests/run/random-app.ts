import fc from 'fast-check';
import { angularImports, httpCall, moduleImport, provided, routeItem, typed } from '../edits/random-files.ts';
import { header, list, spell, style, type Style } from '../edits/random-source.ts';
import { App } from './app.ts';

/** One of the projects, with files that are written in a random style. */
export interface RandomApp {
  readonly project: string;
  readonly files: Readonly<Record<string, string>>;
}

export function makeApp({ project, files }: RandomApp): App {
  const app = new App(project);
  for (const [path, text] of Object.entries(files)) app.write(path, text);
  return app;
}

const sourceStyle = fc
  .tuple(style, fc.constantFrom('\n', '\n', '\n', '', '\n\n'))
  .map(([how, end]) => ({ ...how, end }));

/** A list in which `Service` stands for what has to be there once, and behind it for what may be. */
function listWith(needed: string, items: { readonly others: readonly string[]; readonly more: fc.Arbitrary<string> }) {
  return fc
    .tuple(list('[]', fc.constantFrom('Service', 'Service', ...items.others)), fc.option(items.more, { nil: 'Other' }))
    .map(([array, more]) => {
      const parts = array.split('Service');
      if (parts.length === 1) return `[${needed}]`;
      const [first = '', second, ...rest] = parts;
      const start = first + needed + (second ?? '');
      return rest.length === 0 ? start : `${start}${more}${rest.join('Other')}`;
    });
}

const routes = fc.tuple(
  listWith("{ path: 'home', component: HomePage }", {
    others: ["{ path: ':id', component: UserPage }", "{ path: '**', redirectTo: 'home' }"],
    more: fc.oneof(routeItem, fc.constant("{ path: 'login', component: Login }")),
  }),
  typed,
);
const importOf = (code: string): string =>
  code.includes('export default') ? "import routes from './app.routes';" : "import { routes } from './app.routes';";

const providers = listWith('provideRouter(routes)', {
  others: ['{ provide: X, useValue: [1, 2] }', 'provideIonicAngular()'],
  more: httpCall,
});
const annotation = fc.constantFrom('', ': ApplicationConfig');
const around = fc.constantFrom(
  (value: string) => `{ providers: ${value} }`,
  (value: string) => `{\n›providers: ${value},\n}`,
  (value: string) => `{\n›// first\n›providers: ${value} // all of them\n}`,
);

const plistWith = (faceId: string): string => `<?xml version='1.0' encoding='UTF-8'?>
<plist version='1.0'>
<dict>
›<key>CFBundleDevelopmentRegion</key>
›<string>en</string>
${faceId}›<!-- last -->
›<key>UILaunchStoryboardName</key>
›<string>LaunchScreen</string>
</dict>
</plist>`;
const plist = fc
  .tuple(fc.constantFrom('', '›<key>NSFaceIDUsageDescription</key>\n›<string>Ours &amp; yours</string>\n'), sourceStyle)
  .map(([faceId, how]) => spell(plistWith(faceId), { ...how, quote: '"', semi: ';' }));

const manifest = (dependencies: Readonly<Record<string, string>>) =>
  fc
    .tuple(fc.shuffledSubarray(Object.keys(dependencies), { minLength: 4 }), fc.boolean(), sourceStyle)
    .map(([names, hasScripts, { eol, bom, indent, end }]) => {
      const all = Object.fromEntries(names.map((name) => [name, dependencies[name]]));
      const json = { name: 'app', ...(hasScripts ? { scripts: { build: 'ng build' } } : {}), dependencies: all };
      return bom + (JSON.stringify(json, null, indent) + end).replaceAll('\n', eol);
    });

/** What a person may have written before the first run. */
const handWritten = fc.option(
  fc
    .tuple(
      fc.constantFrom('{}', '{ }', '{"lockAfter":7000}', '{\n›"tests": false,\n›"lockAfter": 9000\n}'),
      sourceStyle,
    )
    .map(([text, how]) => spell(text, { ...how, quote: '"' })),
  { nil: undefined, freq: 4 },
);

const common = {
  'ios/App/App/Info.plist': plist,
  'identity-vault.config.json': handWritten,
};

const standalone = fc
  .record({
    top: header,
    list: routes,
    value: fc.tuple(around, providers),
    type: annotation,
    how: fc.tuple(sourceStyle, sourceStyle),
  })
  .chain(({ top, list: [array, wrap], value: [wrapped, all], type, how: [one, other] }) => {
    const code = wrap(array);
    const config = `${angularImports}${importOf(code)}\n\nexport const appConfig${type} = ${wrapped(all)};`;
    return fc.record({
      'src/app/app.routes.ts': fc.constant(spell(`${top}\n${code}`, one)),
      'src/app/app.config.ts': fc.constant(spell(config, other)),
      'package.json': manifest({
        '@angular/core': '^21.2.0',
        '@capacitor/core': '^8.0.0',
        '@ionic/angular': '^9.0.0',
        rxjs: '~7.8.0',
      }),
      ...common,
    });
  })
  .map((files) => ({ project: 'angular-21-plain', files }));

const imports = listWith('RouterModule.forRoot(routes, { useHash: true })', {
  others: ['BrowserModule', "IonicModule.forRoot({\n›››mode: 'ios', // everywhere\n››})"],
  more: moduleImport.filter((one) => !one.startsWith('Router')),
});
const metadata = fc
  .tuple(imports, fc.option(list('[]', provided), { nil: undefined }), fc.boolean())
  .map(([imported, provide, isOneLine]) => {
    const items = [`imports: ${imported}`, ...(provide ? [`providers: ${provide}`] : []), 'bootstrap: [AppComponent]'];
    return isOneLine ? `{ ${items.join(', ')} }` : `{\n›${items.join(',\n›')},\n}`;
  });

const moduleApp = fc
  .record({
    top: header.filter((text) => !text.includes('use strict')),
    list: routes,
    meta: metadata,
    isApart: fc.boolean(),
    how: fc.tuple(sourceStyle, sourceStyle),
  })
  .chain(({ top, list: [array, wrap], meta, isApart, how: [one, other] }) => {
    const code = wrap(array);
    const here = isApart ? `${importOf(code)}\n` : `\n${code.replace('\nexport default routes;', '')}\n`;
    const file = `${top}import { NgModule } from '@angular/core';
import { RouterModule } from '@angular/router';
import { IonicModule } from '@ionic/angular';
${here}
@NgModule(${meta})
export class AppModule {}`;
    return fc.record({
      ...(isApart ? { 'src/app/app.routes.ts': fc.constant(spell(code, one)) } : {}),
      'src/app/app.module.ts': fc.constant(spell(file, other)),
      'package.json': manifest({
        '@angular/core': '~14.2.12',
        '@capacitor/core': '^7.0.0',
        '@ionic/angular': '^7.0.0',
        rxjs: '~7.5.0',
      }),
      ...common,
    });
  })
  .map((files) => ({ project: 'angular-14-module', files }));

const defined = ({ project, files }: { project: string; files: Record<string, string | undefined> }): RandomApp => ({
  project,
  files: Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined)),
});

/** A standalone app, each of its files in a style of its own. */
export const standaloneApp: fc.Arbitrary<RandomApp> = standalone.map(defined);

/** The same for an app that starts with an NgModule; its routes are in that file, or apart. */
export const ngModuleApp: fc.Arbitrary<RandomApp> = moduleApp.map(defined);

export type { Style };
