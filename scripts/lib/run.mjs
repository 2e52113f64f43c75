import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The repository's folder: every command runs there, wherever it was called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One line about what is being done, on stderr so that a command's own output stays its own. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Every child still running, so that Ctrl-C and an early end reach all of them and nothing else. */
const children = new Set();

function stopChildren(signal) {
  for (const child of children) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself in the meantime: what was wanted.
      children.delete(child);
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  const stop = () => {
    if (children.size === 0) process.exit(1);
    stopChildren(signal);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 5000).unref();
  };
  process.on(signal, stop);
}

/** Takes the signal handlers away again: the server that is loaded next has its own. */
export function releaseSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
}

/**
 * Runs a program to its end, without stdin, in a process group of its own.
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, minutes?: number }} [options] quiet keeps the output for the
 *   answer instead of showing it; minutes is the longest it may take
 * @returns {Promise<{ code: number, output: string, isTimedOut: boolean }>} code 127 when the program is not there
 */
export function run(program, args, { quiet = false, env = {}, minutes = 20 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...(quiet ? { NO_COLOR: '1' } : {}), ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: true,
    });
    children.add(child);
    let output = '';
    let isTimedOut = false;
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const timer = setTimeout(() => {
      isTimedOut = true;
      process.kill(-child.pid, 'SIGKILL');
    }, minutes * 60_000);
    const end = (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output, isTimedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** The end of a long output, for a message. */
export function tail(output, lines = 40) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
