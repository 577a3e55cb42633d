import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ReportDocument } from '../../src/report/documents.ts';
import { commands } from '../../src/commands/commands.ts';
import { reportSchema } from '../../src/report/schema/report-schema.ts';

const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allErrors: true,
  discriminator: false,
}).compile<ReportDocument>(reportSchema(commands));

/**
 * What `--json` printed: exactly one document, and one the published schema knows to the last member.
 * @throws Error with what the schema has against it
 */
export function readReport(stdout: string): ReportDocument {
  const document: unknown = JSON.parse(stdout);
  if (validate(document)) return document;
  throw new Error(`Not as the schema says:\n${stdout}\n${JSON.stringify(validate.errors, null, 2)}`);
}
