/** What a person may copy into a public issue: addresses without the credentials in them. */
export function redact(text: string): string {
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@"']+@/gi, '$1***@')
    .replaceAll(/([?&#][^=&\s"']*(?:token|key|secret|password|auth|signature)[^=&\s"']*=)[^&\s"']+/gi, '$1***')
    .replaceAll(/\b(?:npm_|gh[pousr]_|github_pat_|glpat-)[A-Za-z0-9_-]{8,}/g, '***');
}
