import process from 'node:process';
import { run, say, tail } from './run.mjs';

/** How this person may install system packages: as root, through sudo without a password, or not at all. */
async function aptCommand() {
  const hasApt = (await run('apt-get', ['--version'], { quiet: true })).code === 0;
  if (!hasApt) return undefined;
  if (process.getuid?.() === 0) return { program: 'apt-get', before: [] };
  const maySudo = (await run('sudo', ['-n', 'true'], { quiet: true })).code === 0;
  return maySudo ? { program: 'sudo', before: ['-n', 'apt-get'] } : undefined;
}

/**
 * Installs a Debian or Ubuntu package where that is possible, and says so.
 * @returns {Promise<boolean>} whether the package manager reports success
 */
export async function aptInstall(name) {
  const apt = await aptCommand();
  if (!apt) return false;
  say(`Installing ${name} with apt-get …`);
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' }, minutes: 8 };
  const install = () =>
    run(apt.program, [...apt.before, 'install', '-y', '--no-install-recommends', name], options);
  let result = await install();
  if (result.code !== 0) {
    // The lists of packages may be missing or old, as in a fresh container.
    await run(apt.program, [...apt.before, 'update'], options);
    result = await install();
  }
  if (result.code !== 0) say(`apt-get could not install ${name}:\n${tail(result.output, 8)}`);
  return result.code === 0;
}
