/** Is it the machine the app is developed on? */
export function isLocal(url: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1)(?![\w.-])/.test(url);
}
