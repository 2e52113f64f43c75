import process from 'node:process';

/** Vite 8, Kysely and file-type need it; Debian's and Ubuntu's own Node is often older. */
const LEAST = [20, 19];

/** Ends the process with one clear line when this Node is too old. Parses on any Node that knows modules. */
export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  process.stderr.write(
    `SilverLane needs Node ${LEAST.join('.')} or newer (20, 22 or 24); this is ${process.version}. See https://nodejs.org\n`,
  );
  process.exit(1);
}
