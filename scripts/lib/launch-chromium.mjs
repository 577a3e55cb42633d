// @ts-check
import { chromium } from 'playwright-core';
import { findCommand, toolchains } from './toolchains.mjs';

/** The machine's own, for what scripts measure. */
export function launchChromium() {
  const executablePath = findCommand(toolchains.chromium.command);
  if (executablePath === undefined) throw new Error(`There is no Chromium. To get it: ${toolchains.chromium.install}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
