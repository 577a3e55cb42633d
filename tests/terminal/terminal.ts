import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TerminalOptions {
  readonly command: readonly string[];
  readonly cwd: string;
  /** Added to the environment; `undefined` takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  readonly rows?: number;
}

/** What `stty -a` says of a terminal a person can go on typing in. */
const saneModes = ['icanon', 'echo', 'isig', 'icrnl', 'opost'];

/**
 * A command in a real pseudo-terminal: tmux, in a server of its own, so that closing it ends nothing else.
 * @throws Error when tmux is missing
 */
export class Terminal {
  readonly #folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  /** In the folder, so that nothing is left behind. */
  readonly #socket = join(this.#folder, 'tmux');

  constructor({ command, cwd, env = {}, columns = 80, rows = 24 }: TerminalOptions) {
    requireTmux();
    const script = join(this.#folder, 'run.sh');
    writeFileSync(script, this.#script(command, env));
    const size = ['-x', String(columns), '-y', String(rows)];
    // The limit holds for panes made after it is set; this session is only there to set it in.
    this.#tmux(
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-s',
      'first',
      'cat',
      ';',
      'set-option',
      '-g',
      'history-limit',
      '20000',
    );
    this.#tmux('new-session', '-d', '-s', 'test', ...size, '-c', cwd, `sh '${script}'`);
  }

  /** Types text as it is, without Enter. */
  type(text: string): void {
    this.#tmux('send-keys', '-t', 'test', '-l', '--', text);
  }

  /** Presses keys by tmux's names: Enter, Down, Space, BSpace, C-c, C-d, … */
  press(...keys: readonly string[]): void {
    this.#tmux('send-keys', '-t', 'test', '--', ...keys);
  }

  /** Sends a signal to the command alone, as another process would. */
  signal(name: 'SIGTERM' | 'SIGINT'): void {
    const shell = this.#tmux('display-message', '-p', '-t', 'test', '#{pane_pid}').trim();
    process.kill(Number(execFileSync('pgrep', ['-P', shell], { encoding: 'utf8' })), name);
  }

  /** The visible screen; lines without trailing spaces. */
  screen(): string {
    return this.#tmux('capture-pane', '-p', '-t', 'test');
  }

  /** Everything since the start, with what scrolled off. Lines that the terminal broke are whole again. */
  history(): string {
    return this.#tmux('capture-pane', '-p', '-J', '-S', '-', '-t', 'test').replaceAll(/ +$/gm, '');
  }

  /** {@link history} with the escape sequences of colours and styles. */
  styledHistory(): string {
    return this.#tmux('capture-pane', '-p', '-e', '-J', '-S', '-', '-t', 'test');
  }

  /** Is the cursor shown? */
  isCursorVisible(): boolean {
    return this.#tmux('display-message', '-p', '-t', 'test', '#{cursor_flag}').trim() === '1';
  }

  /**
   * Waits until the screen shows a text.
   * @returns the screen that shows it
   * @throws Error with the last screen after `timeout` milliseconds
   */
  async waitFor(wanted: string | RegExp | ((screen: string) => boolean), timeout = 60_000): Promise<string> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const screen = this.screen();
      if (shows(screen, wanted)) return screen;
      if (Date.now() > deadline) throw new Error(`Not shown: ${String(wanted)}\n${screen}`);
      await sleep(50);
    }
  }

  /** The exit code of the command, as soon as it ended. */
  ended(): number | undefined {
    const file = join(this.#folder, 'status');
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  }

  /** Waits for the command to end. @throws Error with the last screen after `timeout` milliseconds */
  async exitCode(timeout = 60_000): Promise<number> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const code = this.ended();
      if (code !== undefined) return code;
      if (Date.now() > deadline) throw new Error(`Still running:\n${this.screen()}`);
      await sleep(50);
    }
  }

  /** The modes of a usable terminal that are not set after the command ended; empty when all is well. */
  async brokenModes(): Promise<string[]> {
    await this.exitCode();
    const modes = readFileSync(join(this.#folder, 'modes'), 'utf8').split(/[\s;]+/);
    return saneModes.filter((mode) => !modes.includes(mode));
  }

  /** Ends the command, if it still runs, and the server of this terminal only. */
  close(): void {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server']);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The shell stays after the command, so that what the command left of the terminal can be looked at. */
  #script(command: readonly string[], env: TerminalOptions['env'] = {}): string {
    const set = Object.entries(env).map(([name, value]) =>
      value === undefined ? `unset ${name}` : `export ${name}=${quote(value)}`,
    );
    return [
      // Ctrl-C goes to the whole foreground group; the shell has to outlive it.
      'trap : INT',
      'unset CI NO_COLOR FORCE_COLOR ACCESSIBLE',
      ...set,
      command.map(quote).join(' '),
      `status=$?`,
      `stty -a > ${quote(join(this.#folder, 'modes'))}`,
      `printf %s "$status" > ${quote(join(this.#folder, 'status.new'))}`,
      `mv ${quote(join(this.#folder, 'status.new'))} ${quote(join(this.#folder, 'status'))}`,
      'exec cat',
    ].join('\n');
  }

  #tmux(...args: readonly string[]): string {
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8' });
  }
}

function shows(screen: string, wanted: string | RegExp | ((screen: string) => boolean)): boolean {
  if (typeof wanted === 'string') return screen.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(screen) : wanted(screen);
}

function requireTmux(): void {
  const { error } = spawnSync('tmux', ['-V']);
  if (error) throw new Error('tmux is not installed; on Debian: apt-get install tmux', { cause: error });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
