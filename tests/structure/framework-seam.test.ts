import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { frameworks } from '../../src/frameworks/frameworks.ts';
import { foreignWords, type SourceText } from './foreign-words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a framework is known by, where that is not its title alone: the sources of regular expressions. */
const known: Readonly<Record<string, readonly string[]>> = {
  angular: ['angular', 'ngmodule', 'standalone', 'interceptor'],
};

const own = Object.values(frameworks).map(({ id, title }) => ({ id, words: known[id] ?? [title] }));
const [angular] = own;

function* files(folder: string): Generator<SourceText> {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths.filter((one) => statSync(join(root, folder, one)).isFile()))
    yield { path: `${folder}/${path.replaceAll('\\', '/')}`, text: readFileSync(join(root, folder, path), 'utf8') };
}

describe('nothing outside a framework’s folders says its words', () => {
  test.each(own)('$id: $words', (framework) => {
    const texts = ['src', 'bin', 'templates'].flatMap((folder) => [...files(folder)]);
    expect(texts.filter(({ path }) => path.includes(`frameworks/${framework.id}/`)).length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => foreignWords(text, framework))).toEqual([]);
  });
});

describe('a framework’s word is found', () => {
  const found = (path: string, text: string): string[] => foreignWords({ path, text }, angular!);

  test.each([
    { where: 'in code', path: 'src/plan/plan.ts', text: `if (id === 'angular') skip();` },
    { where: 'in a comment', path: 'src/text/json.ts', text: '/** As Angular writes it. */' },
    { where: 'in a package’s name', path: 'src/inspect/inspect.ts', text: `dependencies.get('@ionic/angular')` },
    { where: 'in a file’s name', path: 'src/inspect/inspect.ts', text: `tree.read('angular.json')` },
    { where: 'in capitals inside a name', path: 'src/model/facts.ts', text: 'readonly rootNgModule: AppPath;' },
    { where: 'without its framework', path: 'templates/shared/a.ts.ejs', text: 'standalone: true,' },
    { where: 'in a name of several words', path: 'bin/main.ts', text: 'const authInterceptor = 1;' },
    { where: 'in another framework’s folder', path: 'src/frameworks/angular-15/a.ts', text: '// Angular' },
    { where: 'in another line of the registry', path: 'src/frameworks/frameworks.ts', text: 'angular.title;' },
  ])('$where', ({ path, text }) => {
    expect(found(path, `first line\n${text}`)).toContain(`${path}:2: ${text}`);
  });

  test('in the path of a file', () => {
    expect(found('src/options/interceptor-name.ts', '')).toEqual(['src/options/interceptor-name.ts']);
  });

  test('and is no violation in its own folders and its line of the registry', () => {
    const registered = `import { angular } from './angular/angular.ts';\nconst frameworks = {\n  angular,\n};`;
    expect(found('src/frameworks/frameworks.ts', registered)).toEqual([]);
    expect(found('src/frameworks/angular/read/a.ts', '// Angular')).toEqual([]);
    expect(found('templates/angular/a.ts.ejs', 'standalone: true')).toEqual([]);
  });
});
