import module from 'node:module'; // as a whole, because an older Node lacks some of its functions

const OLDEST = 24;
const COMPILED = `${import.meta.dirname}/../../../node_modules/.cache/compiled`;

/**
 * Must run before other modules are loaded: native modules crash under an older Node without a message. Saves a fifth of the
 * processor time of a start: source maps of other packages are not read, and compiled code is kept where that is possible.
 */
export const requireRuntime = (version = process.versions.node) => {
  if (Number.parseInt(version, 10) >= OLDEST) {
    module.setSourceMapsSupport(true, { nodeModules: false });
    module.enableCompileCache(COMPILED);
    return;
  }
  console.error(
    `Annals requires Node ${OLDEST} or newer; this is ${version}. Run it by node_modules/.bin/node, which "npm ci" installs.`,
  );
  process.exit(1);
};
