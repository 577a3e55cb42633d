import { CliError } from '../../model/errors.ts';
import { isObject, type JsonObject } from '../../text/json.ts';
import type { AppPath, Tree } from '../../model/tree.ts';

/**
 * A YAML file's object; empty where there is no file or nothing in it.
 * @throws CliError `UNREADABLE` with line and column when it can't be parsed.
 */
export async function readYaml(tree: Tree, path: AppPath): Promise<JsonObject> {
  const text = tree.read(path);
  if (text === undefined) return {};
  const { parse, YAMLParseError } = await import('yaml');
  try {
    const value: unknown = parse(text, { logLevel: 'error' });
    return isObject(value) ? value : {};
  } catch (cause) {
    const at = cause instanceof YAMLParseError ? cause.linePos?.[0] : undefined;
    throw new CliError('UNREADABLE', `${path} is not valid YAML.`, {
      where: { path, ...(at ? { line: at.line, column: at.col } : {}) },
      hint: 'Correct the file, then run the command again.',
      cause,
    });
  }
}
