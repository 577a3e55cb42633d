export interface Env { production: boolean }
