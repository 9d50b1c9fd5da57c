const OLDEST = 24;

/** Before anything native is loaded: under an older Node it would crash without a word. */
export const requireRuntime = (version = process.versions.node) => {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  console.error(`Annals needs Node ${OLDEST} or newer, and this is ${version}. "npm start" brings the right one.`);
  process.exit(1);
};
