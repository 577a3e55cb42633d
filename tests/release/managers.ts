/** A package manager, and what its users type. */
export interface Manager {
  readonly name: string;
  readonly install: readonly string[];
  readonly create: readonly string[];
  readonly runCheck: readonly string[];
  readonly lockFile: string;
  readonly script: string;
}

const check = 'identity-vault:check';

export const managers: readonly Manager[] = [
  {
    name: 'npm',
    install: ['npm', 'install'],
    create: ['npm', 'create', 'identity-vault', '--'],
    runCheck: ['npm', 'run', check],
    lockFile: 'package-lock.json',
    script: 'npx --yes',
  },
  {
    name: 'pnpm',
    install: ['pnpm', 'install'],
    create: ['pnpm', 'create', 'identity-vault'],
    runCheck: ['pnpm', 'run', check],
    lockFile: 'pnpm-lock.yaml',
    script: 'pnpm dlx',
  },
  {
    name: 'yarn',
    install: ['yarn', 'install'],
    create: ['yarn', 'create', 'identity-vault'],
    runCheck: ['yarn', 'run', check],
    lockFile: 'yarn.lock',
    script: 'npx --yes',
  },
];
