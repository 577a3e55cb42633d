import { make } from './make';

export const environment = make('production');
