import { Base } from './base';

export type Environment = Base & {
  apiUrl: string;
};
