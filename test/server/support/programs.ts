import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Also where Debian puts what only the system starts. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

/** The full path of a program of this machine, or nothing. */
export function findProgramHere(name: string): string | undefined {
  return FOLDERS.filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Whether all of these are on this machine. */
export function hasPrograms(...names: string[]): boolean {
  return names.every((name) => findProgramHere(name) !== undefined);
}

/** A program of this machine, run until it is killed. */
export function startProgram(name: string, args: readonly string[], cwd?: string): ChildProcess {
  const child = spawn(findProgramHere(name) ?? name, args, { cwd, stdio: 'ignore' });
  child.on('error', () => undefined);
  return child;
}

/** Runs a program of this machine to its end. @throws Error when it fails */
export async function runProgram(name: string, args: readonly string[], cwd?: string) {
  const child = startProgram(name, args, cwd);
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
}

/** Waits until it is so, 30 s at most. @throws Error when it is not */
export async function waitFor(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) {
    if (await isSo().catch(() => false)) return;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Ends programs and waits until they are gone. */
export async function stopPrograms(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map((child) => {
      if (child.exitCode !== null || child.signalCode !== null) return undefined;
      const gone = new Promise((resolve) => child.on('close', resolve));
      child.kill('SIGKILL');
      return gone;
    }),
  );
}
