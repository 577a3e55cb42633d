export type Environment = Pick<Settings, 'production'>;
