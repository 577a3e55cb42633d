import type { OldestSystem } from '../../../model/project.ts';
import { inHome } from '../../../state/setup-paths.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { linesOfCode, oldest } from './lines-of-code.ts';
import type { XcodeProject } from './xcode-targets.ts';

const podPlatform = /^\s*platform\s*\(?\s*:ios\s*,\s*['"](\d+(?:\.\d+)*)['"]/;
const packagePlatform = /\.iOS\(\s*(?:\.v(\d+)(?:_(\d+))?|"(\d+(?:\.\d+)*)")\s*\)/;

/**
 * Where the deployment target is written: in the Xcode project for each configuration of the app, in the Podfile, and in the
 * Swift package that Capacitor keeps for its plugins.
 */
export function oldestIos(tree: Tree, folder: AppPath, project: XcodeProject | undefined): OldestSystem[] {
  const podfile = linesOfCode(tree, inHome(folder, 'ios/App/Podfile'), '#');
  const manifest = linesOfCode(tree, inHome(folder, 'ios/App/CapApp-SPM/Package.swift'), '//');
  return [
    ...(project === undefined ? [] : inProject(project)),
    ...podfile.flatMap((line) => {
      const version = podPlatform.exec(line.code)?.[1];
      return version === undefined ? [] : [oldest('ios', version, line)];
    }),
    ...manifest.flatMap((line) => {
      const [, major, minor = '0', text] = packagePlatform.exec(line.code) ?? [];
      const version = text ?? (major && `${major}.${minor}`);
      return version === undefined ? [] : [oldest('ios', version, line)];
    }),
  ];
}

/** A setting of the project counts where a target has none of its own: it is one line for all of them. */
function inProject({ path, text, targets }: XcodeProject): OldestSystem[] {
  const lines = text.split('\n');
  const settings = targets
    .filter(({ kind }) => kind === 'app')
    .flatMap(({ configurations }) =>
      configurations.flatMap((one) => one.settings.get('IPHONEOS_DEPLOYMENT_TARGET') ?? []),
    );
  const byLine = new Map(settings.map((setting) => [setting.line, setting]));
  return [...byLine.values()]
    .filter(({ value }) => /^\d+(\.\d+)*$/.test(value))
    .map(({ value, line }) => ({
      platform: 'ios',
      version: value,
      at: { path, line },
      written: (lines[line - 1] ?? '').trim(),
    }));
}
