import module from 'node:module'; // as a whole, because an older Node lacks some of its functions

const OLDEST = 24;

/**
 * Must run before other modules are loaded. Native modules crash under an older Node without a message, and source maps of
 * other packages take a tenth of the time until Annals answers.
 */
export const requireRuntime = (version = process.versions.node) => {
  if (Number.parseInt(version, 10) >= OLDEST) return module.setSourceMapsSupport(true, { nodeModules: false });
  console.error(`Annals requires Node ${OLDEST} or newer; this is ${version}. "npm start" uses the right version.`);
  process.exit(1);
};
