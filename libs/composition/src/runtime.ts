const OLDEST = 24;

/** Must run before native modules are loaded: they crash under an older Node without a message. */
export const requireRuntime = (version = process.versions.node) => {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  console.error(`Annals requires Node ${OLDEST} or newer; this is ${version}. "npm start" uses the right version.`);
  process.exit(1);
};
