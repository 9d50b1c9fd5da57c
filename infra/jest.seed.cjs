const fc = require('fast-check');

/** What property tests draw from: the same in each run, unless `--seed` says otherwise. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
