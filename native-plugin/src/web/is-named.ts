/** Whether a caught value is the `DOMException` of that name. By name: each realm has a class of its own. */
export function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}
