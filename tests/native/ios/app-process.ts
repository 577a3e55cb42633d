import { withSwiftCommand } from '../../../scripts/native/ios-app.mjs';
import { HostLines, type Ears } from '../phone/host-lines.ts';

/** How the system starts the app. */
export interface Launch {
  /** Without a scene: prewarming, a push. */
  readonly background?: boolean;
  readonly logging?: boolean;
  /** Not the app, but an extension of it. */
  readonly isExtension?: boolean;
  readonly isDebug?: boolean;
  /** The plugin's part of Capacitor's configuration. */
  readonly plugin?: Readonly<Record<string, unknown>>;
}

/** One process of the app: `native-plugin/ios/test-host/Host`, by its lines. */
export function appProcess(executable: string, environment: NodeJS.ProcessEnv, ears: Ears): HostLines {
  const set = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  // Not the shell that sets it up is killed with it: its whole group would be ours.
  return new HostLines(['bash', withSwiftCommand, 'env', ...set, executable], ears);
}
