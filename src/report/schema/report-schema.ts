import type { CommandDeclaration } from '../../cli/command-declaration.ts';
import { schemaVersion } from '../schema-version.ts';
import { errorDocument } from './error-shape.ts';
import { helpDocument } from './help-shape.ts';
import { infoDocument, originWords } from './info-shape.ts';
import { checkDocument, runDocument } from './run-shapes.ts';

/** JSON Schema (draft 2020-12) of the one document that `--json` and `--json-help` print, where these are the commands. */
export function reportSchema(commands: readonly CommandDeclaration[]): Record<string, unknown> {
  const documents = {
    run: runDocument,
    check: checkDocument,
    info: infoDocument,
    help: helpDocument(commands),
    error: errorDocument,
  };
  const shapes = Object.entries(documents).map(([name, { schema }]) => [name, schema] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:create-identity-vault:report:${String(schemaVersion)}`,
    title: 'What create-identity-vault prints with --json',
    description:
      'Exactly one of these, also where a command fails. Within a schemaVersion members and values are only added: ignore the ones you don’t know.',
    oneOf: Object.keys(documents).map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: { ...Object.fromEntries(shapes), origin: originWords.schema },
  };
}
