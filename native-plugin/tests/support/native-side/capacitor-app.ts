import { Capacitor } from '@capacitor/core';
import { PLUGIN_NAME, type NativePlugin } from '../../../src/vaults/bridged/native-plugin.ts';

/** What the native part of Capacitor puts into the page before any script runs. */
interface Injected {
  PluginHeaders?: readonly { name: string; methods: readonly { name: string; rtype: string }[] }[];
  nativePromise?: (plugin: string, method: string, options: never) => Promise<unknown>;
}

/**
 * Makes the page one of an Android app with this native part. The real `@capacitor/core` does the rest.
 * @returns what takes it back
 */
export function inAndroidApp(plugin: NativePlugin): () => void {
  const page = globalThis as { androidBridge?: unknown };
  const injected = Capacitor as Injected;
  page.androidBridge = {};
  const methods = ['hello', 'call'].map((name) => ({ name, rtype: 'promise' }));
  injected.PluginHeaders = [{ name: PLUGIN_NAME, methods }];
  injected.nativePromise = (name, method, options) => {
    if (name !== PLUGIN_NAME) throw new TypeError(`no plugin ${name}`);
    return method === 'hello' ? plugin.hello(options) : plugin.call(options);
  };
  return () => {
    delete page.androidBridge;
    delete injected.PluginHeaders;
    delete injected.nativePromise;
  };
}
