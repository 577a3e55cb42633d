// @ts-check
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** A program a test suite needs and npm doesn't bring. */
/** @typedef {{ command: string, install: string }} Toolchain */

/** @type {Record<'chromium' | 'tmux' | 'java' | 'mvn' | 'aapt2' | 'swift', Toolchain>} */
export const toolchains = {
  chromium: { command: 'chromium', install: '`npm run setup:toolchains` as root, or `apt-get install chromium`' },
  tmux: { command: 'tmux', install: '`npm run setup:toolchains` as root, or `apt-get install tmux`' },
  java: {
    command: 'java',
    install: '`npm run setup:toolchains` as root, or `apt-get install openjdk-17-jdk-headless`',
  },
  mvn: { command: 'mvn', install: '`npm run setup:toolchains` as root, or `apt-get install maven`' },
  aapt2: { command: 'aapt2', install: '`npm run setup:toolchains` as root, or `apt-get install aapt`' },
  swift: { command: swiftCommand(), install: '`npm run setup:toolchains`' },
};

/** Every Vitest project, in the order it is reported, and the programs it needs. */
/** @type {Record<string, readonly Toolchain[]>} */
export const suites = {
  src: [],
  edits: [],
  templates: [],
  run: [],
  compile: [],
  'beside-auth': [toolchains.chromium],
  contract: [],
  faults: [],
  'second-framework': [],
  plugin: [],
  adapters: [],
  browser: [toolchains.chromium],
  'vectors-in-chromium': [toolchains.chromium],
  terminal: [toolchains.tmux],
  cores: [toolchains.java, toolchains.mvn, toolchains.swift],
  native: [toolchains.java, toolchains.mvn, toolchains.aapt2, toolchains.swift],
  release: [],
  apps: [],
  e2e: [toolchains.chromium],
};

/**
 * The absolute path of a program on PATH, if it is there.
 *
 * @param {string} command or its absolute path
 */
export function findCommand(command) {
  if (isAbsolute(command)) return isExecutable(command) ? command : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The machine's own Swift, or where `scripts/toolchains/install-swift.sh` unpacks one. */
function swiftCommand() {
  if (findCommand('swift') !== undefined) return 'swift';
  const settings = readFileSync(new URL('../toolchains/swift-root.sh', import.meta.url), 'utf8');
  const version = /^swift_version=(.+)$/m.exec(settings)?.[1] ?? '';
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, `create-identity-vault/swift-${version}/usr/libexec/swift/bin/swift`);
}
