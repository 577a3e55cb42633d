/** Of every JSON document the tool prints; see docs/output.schema.json. */
export const schemaVersion = 1;
