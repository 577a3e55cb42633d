import { execa } from 'execa';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Sources } from './sources.ts';
import { withRunner } from './test-runner.ts';

const repository = join(import.meta.dirname, '../..');

/** One of the miniature apps of `tests/projects/`, with what its code imports and the app leaves out. */
export interface Miniature {
  readonly project: string;
  /** The app's folder in the project. */
  readonly folder?: string;
  readonly missing: Sources;
  /** Files that need more packages than the set has. */
  readonly leftOut?: readonly string[];
  /** It keeps a login page of its own, and so has steps left for a person when the run ends. */
  readonly leavesSteps?: true;
}

/** The app after the built tool has set it up: its own code with the interceptor, the routes and the guards in it. */
export async function setUp({ project, folder = '', missing, leftOut = [], leavesSteps }: Miniature): Promise<Sources> {
  const root = mkdtempSync(join(tmpdir(), `${project}-`));
  try {
    cpSync(join(repository, 'tests/projects', project), root, { recursive: true });
    const tool = join(repository, 'dist/create-identity-vault.js');
    const arguments_ = [tool, '-C', join(root, folder), '--yes', '--no-install'];
    const { exitCode, all } = await execa(process.execPath, arguments_, { reject: false, all: true });
    expect(exitCode, all).toBe(leavesSteps === true ? 6 : 0);
    const own = Object.entries(read(join(root, folder, 'src'))).filter(([path]) => !leftOut.includes(path));
    const target = `src/projects/${project}`;
    const entries = [...Object.entries(missing), ...own].map(([path, text]) => [`${target}/${path}`, text] as const);
    return Object.fromEntries(
      entries.map(([path, text]) => [path, path.endsWith('.spec.ts') ? withRunner(text) : text]),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function read(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A page or root component, as it is where components are not standalone by default. */
export function component(name: string, standalone: boolean): string {
  return `import { Component } from '@angular/core';
@Component({ selector: 'app-${name.toLowerCase()}', standalone: ${String(standalone)}, template: '' })
export class ${name} {}
`;
}

export function classInterceptor(name: string): string {
  return `import type { HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { Injectable } from '@angular/core';
@Injectable()
export class ${name} implements HttpInterceptor {
  intercept(request: HttpRequest<unknown>, next: HttpHandler) {
    return next.handle(request);
  }
}
`;
}
