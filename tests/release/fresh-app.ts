import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/sample-app.mjs';

/** As `ionic start` leaves one, with what it takes to install and nothing to build with. */
const manifest = {
  name: 'fresh',
  version: '0.0.0',
  private: true,
  scripts: { build: 'ng build' },
  dependencies: {
    '@angular/common': '21.2.26',
    '@angular/core': '21.2.26',
    '@angular/forms': '21.2.26',
    '@angular/platform-browser': '21.2.26',
    '@angular/router': '21.2.26',
    '@capacitor/core': '7.6.9',
    '@ionic/angular': '9.0.5',
    rxjs: '7.8.2',
  },
};

/** An Ionic Angular app without native projects, which no package manager was ever run in. */
export class FreshApp {
  readonly root: string;

  private constructor(folder: string) {
    this.root = folder;
  }

  static make(folder: string): FreshApp {
    cpSync(join(root, 'tests/projects/angular-21-plain'), folder, { recursive: true });
    rmSync(join(folder, 'ios'), { recursive: true });
    const app = new FreshApp(folder);
    app.write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    return app;
  }

  /** One that was made before. */
  static at(folder: string): FreshApp {
    return new FreshApp(folder);
  }

  names(): string[] {
    return readdirSync(this.root);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  readJson(path: string): unknown {
    return JSON.parse(this.read(path));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
  }

  /** As good as removed, without the time that takes for the many files of a package. */
  putAway(folder: string): void {
    renameSync(join(this.root, folder), `${this.root}-${folder}`);
  }
}
