export interface Environment { production: boolean; apiUrl: string; staging: boolean }

export const x = 1;
