import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/sample-app.mjs';
import { apiOrigin, borrowPackages, once, preparedApp, pristineApp, type App } from './app.ts';
import { notes } from './app-source.ts';
import { runTool } from './run-in-app.ts';

const overlay = join(root, 'tests/e2e/apps/own-sign-in');

/** The step of a person: exactly the lines that were printed. */
interface Step {
  readonly id: string;
  readonly path: string;
  readonly lines: readonly string[];
}

/** Behind which line of the app a person puts the last lines of each step. */
const places: Readonly<Record<string, RegExp>> = {
  'sign-in': /await firstValueFrom\(/,
  'sign-out': /async signOut\(\)/,
  'signed-out': /onSignedOut\(\)/,
};

/** The sample app with a sign-in of its own, set up, and with the steps that were left for a person made as printed. */
export async function ownSignInApp(): Promise<App> {
  const lender = await preparedApp(notes);
  return once(notes, 'own-sign-in-app', async (folder) => {
    const app = await pristineApp(notes, folder);
    rmSync(join(folder, 'src/app/home'), { recursive: true });
    cpSync(overlay, folder, { recursive: true });
    borrowPackages(lender, app);
    const setUp = ['--yes', '--json', '--no-install', '--api-origins', apiOrigin(app), '--session', 'email:string'];
    const { exitCode, stdout } = await runTool(app, setUp);
    if (exitCode !== 6) throw new Error(`The set-up ended with ${exitCode}\n${stdout}`);
    const { plan } = JSON.parse(stdout) as { plan: { followUps: Step[] } };
    for (const step of plan.followUps) make(folder, step);
    const { exitCode: checked, all } = await runTool(app, ['check']);
    if (checked !== 0) throw new Error(`The steps don't count as made: check ended with ${checked}\n${all}`);
    return app;
  });
}

function make(folder: string, { id, path, lines }: Step): void {
  const file = join(folder, path);
  const field = lines.findIndex((line) => line.startsWith('// in the class'));
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line, index) => !imports.includes(line) && index !== field && index !== field + 1);
  const code = rest.filter((line) => !line.startsWith('//'));
  let text = readFileSync(file, 'utf8');
  text = insertBehind(text, places[id] ?? new RegExp(`there is no place for ${id}`), code);
  if (field !== -1) text = insertBehind(text, /^export class /m, [lines[field + 1] ?? '']);
  writeFileSync(file, `${imports.join('\n')}\n${text}`);
}

function insertBehind(text: string, line: RegExp, lines: readonly string[]): string {
  const at = text.search(line);
  if (at === -1) throw new Error(`There is no line ${line}`);
  const end = text.indexOf('\n', at) + 1;
  return `${text.slice(0, end)}${lines.join('\n')}\n${text.slice(end)}`;
}
