// @ts-check
// What any tool of this kind has to do: read 8 files of an app, write 12 so that a power cut leaves none half written.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [app = '.', target = '.'] = process.argv.slice(2);
const read = ['package.json', 'angular.json', 'tsconfig.json', 'capacitor.config.ts', 'src/main.ts'];
const more = ['src/app/app.config.ts', 'src/app/app.routes.ts', 'ios/App/App/Info.plist'];
const texts = [...read, ...more].map((path) => readFileSync(join(app, path), 'utf8'));
const name = JSON.parse(String(texts[0])).name;

mkdirSync(target, { recursive: true });
for (let index = 0; index < 12; index += 1) {
  const path = join(target, `file-${index}`);
  const file = openSync(`${path}.tmp`, 'w');
  writeSync(file, String(texts[index % texts.length]).replaceAll(/routes/gi, name));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.tmp`, path);
}
