const fc = require('fast-check');

/** The seed of property tests: the same in each run unless `--seed` is given. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
