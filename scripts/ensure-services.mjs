import process from 'node:process';
import { delimiter } from 'node:path';
import { aptInstall } from './lib/apt.mjs';
import { which } from './lib/which.mjs';

/** Debian keeps daemons off the path of ordinary users. */
const SYSTEM = ['/usr/sbin', '/usr/local/sbin'];

function isHere(program) {
  const before = process.env.PATH;
  process.env.PATH = [before, ...SYSTEM].join(delimiter);
  try {
    return which(program) !== undefined;
  } finally {
    process.env.PATH = before;
  }
}

/** Programs that tests talk to as the insurer's would be, and the packages that bring them. */
const services = {
  s3: {
    programs: [
      'swift-proxy-server',
      'swift-account-server',
      'swift-container-server',
      'swift-object-server',
      'memcached',
    ],
    packages: ['swift-proxy', 'swift-account', 'swift-container', 'swift-object', 'memcached'],
  },
  scanner: { programs: ['clamd'], packages: ['clamav-daemon'] },
};

/**
 * Real servers for the tests of storage and of the virus scanner. Without them those tests are skipped, and the fakes
 * stand alone: nobody's own machine is filled with daemons unless asked.
 * @param {'s3' | 'scanner'} name which one
 * @param {{ mayInstall: boolean }} options
 * @returns {Promise<boolean>} whether it is here
 */
export async function ensureService(name, { mayInstall }) {
  const { programs, packages } = services[name];
  const isWhole = () => programs.every(isHere);
  if (isWhole()) return true;
  if (!mayInstall) return false;
  for (const one of packages) if (!(await aptInstall(one))) return false;
  return isWhole();
}
