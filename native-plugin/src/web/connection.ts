import { isNamed } from './is-named.ts';
import { result } from './result.ts';
import { within } from './within.ts';

/** A database, and the stores it has to have. */
export interface Schema {
  readonly name: string;
  readonly stores: readonly string[];
}

/** WebKit has left the first `open` of a page without an answer, and answered the second. */
const OPEN_LIMIT = 5000;

/** The connections of this page, by factory: opening one takes longer than all that is done with it. */
const connections = new WeakMap<IDBFactory, Map<string, Promise<IDBDatabase>>>();

/** The connection of this page. @throws DOMException as `open` does; `TimeoutError` */
export function connect(schema: Schema): Promise<IDBDatabase> {
  const known = connectionsOf(indexedDB);
  const present = known.get(schema.name);
  if (present) return present;
  const forget = () => void known.delete(schema.name);
  const connection = open(schema, forget);
  known.set(schema.name, connection);
  // After that: one that fails before it returns would be kept for good.
  connection.catch(forget);
  return connection;
}

/** Lets go of a connection that failed: the next transaction opens another one. */
export function disconnect({ name }: Schema, database: IDBDatabase): void {
  connectionsOf(indexedDB).delete(name);
  database.close();
}

function connectionsOf(factory: IDBFactory): Map<string, Promise<IDBDatabase>> {
  const known = connections.get(factory) ?? new Map<string, Promise<IDBDatabase>>();
  connections.set(factory, known);
  return known;
}

async function open(schema: Schema, onGone: () => void): Promise<IDBDatabase> {
  const database = await complete(schema, await openedInTime(schema));
  // Whoever deletes or upgrades the database must not wait for this page.
  database.onversionchange = () => {
    onGone();
    database.close();
  };
  database.onclose = onGone;
  return database;
}

/**
 * A store that is not there is made, whatever the version says: a browser that broke off while it made the database, or
 * another program, left it so. Without it nothing could be stored for good.
 */
async function complete(schema: Schema, database: IDBDatabase): Promise<IDBDatabase> {
  if (schema.stores.every((store) => database.objectStoreNames.contains(store))) return database;
  const next = database.version + 1;
  database.close();
  return openedInTime(schema, next);
}

async function openedInTime(schema: Schema, version?: number): Promise<IDBDatabase> {
  try {
    return await opened(schema, version);
  } catch (error) {
    if (!isNamed(error, 'TimeoutError')) throw error;
    return opened(schema, version);
  }
}

/** Without a version, in the one it has. */
async function opened({ name, stores }: Schema, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const present = request.result.objectStoreNames;
    for (const store of stores) if (!present.contains(store)) request.result.createObjectStore(store);
  };
  const answer = result(request);
  try {
    return await within(OPEN_LIMIT, answer);
  } catch (error) {
    // One that comes too late would stand in the way of the next upgrade.
    answer.then((database) => database.close()).catch(() => undefined);
    throw error;
  }
}
