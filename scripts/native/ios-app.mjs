// @ts-check
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iosHost, withSwift } from './ios-host.mjs';

/** Starts a command with Swift's libraries. */
export const withSwiftCommand = fileURLToPath(new URL('../toolchains/with-swift.sh', import.meta.url));

/** How the host is built; the names are those of `swift build`. @typedef {'debug' | 'coverage' | 'thread'} Build */

/** @type {Readonly<Record<Build, readonly string[]>>} */
const OPTIONS = {
  debug: [],
  coverage: ['-Xswiftc', '-profile-generate', '-Xswiftc', '-profile-coverage-mapping'],
  thread: ['--sanitize=thread'],
};

/** @type {Map<Build, Promise<string>>} */
const built = new Map();

/**
 * The app of the fake phone, with the plugin's sources as they are. Once in a process.
 *
 * @param {Build} [build]
 * @returns {Promise<string>} its executable
 */
export function iosApp(build = 'debug') {
  const known = built.get(build) ?? make(build);
  built.set(build, known);
  return known;
}

/** @param {Build} build */
async function make(build) {
  const scratch = join(iosHost, '.build', ...(build === 'debug' ? [] : [build]));
  await withSwift(['swift', 'build', '--product', 'plugin-host', '--scratch-path', scratch, ...OPTIONS[build]]);
  const app = join(scratch, 'App.app');
  mkdirSync(app, { recursive: true });
  copyFileSync(join(scratch, 'debug/plugin-host'), join(app, 'App'));
  writeFileSync(join(app, 'Info.plist'), INFO);
  return join(app, 'App');
}

const INFO = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <key>CFBundleIdentifier</key><string>com.example.app</string>
  <key>CFBundleExecutable</key><string>App</string>
  <key>NSFaceIDUsageDescription</key><string>To unlock what is yours</string>
  <key>UILaunchStoryboardName</key><string>LaunchScreen</string>
</dict>
</plist>
`;
