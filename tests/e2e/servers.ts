import { startBackend } from '../../examples/backend/start-backend.mjs';
import { startStranger } from '../../examples/backend/start-stranger.mjs';
import { serveFolder } from '../../scripts/lib/serve-folder.mjs';
import { builtApp, type App } from './app.ts';

/** An app's production build on a server, and the servers it talks to. */
export interface Servers {
  readonly site: Awaited<ReturnType<typeof serveFolder>>;
  readonly backend: Awaited<ReturnType<typeof startBackend>>;
  readonly stranger: Awaited<ReturnType<typeof startStranger>>;
  close(): Promise<void>;
}

type BackendOptions = NonNullable<Parameters<typeof startBackend>[0]>;

export async function startServers(app: App, options: BackendOptions = {}): Promise<Servers> {
  const site = await serveFolder(await builtApp(app), 0);
  const backend = await startBackend({ ...options, port: app.apiPort, appOrigin: site.origin });
  const stranger = await startStranger({ port: app.partnerPort });
  return {
    site,
    backend,
    stranger,
    async close() {
      await Promise.all([site.close(), backend.close(), stranger.close()]);
    },
  };
}
