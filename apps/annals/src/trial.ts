// The engine of dry runs, which needs the whole program.
export { openTrialEngine } from '@annals/composition';
