declare module '*?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Vite's; only what the tests use of it. */
  glob(pattern: string, options: { query: string; import: string; eager: true }): Record<string, unknown>;
}
