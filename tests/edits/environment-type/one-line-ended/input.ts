export type Environment = { production: boolean; };
