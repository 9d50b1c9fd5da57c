export { leadFormProblems } from './form.problems.js';
export { knownForm, type LeadForm } from './form.state.js';
export { leadOfForm } from './lead-of-form.js';
export * from './lead.commands.js';
export { lead } from './lead.decider.js';
export { leads } from './slice.js';
