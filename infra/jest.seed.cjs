const fc = require('fast-check');

/** The seed of property tests: the same in each run unless `--seed` is given. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

// Jest collects a hundred frames for each error, and refusals are errors: a fifth of the time of the laws.
Error.stackTraceLimit = 10;
