export { closestTo } from './closest.js';
export * from './command.js';
export { expectationOf, type Issue } from './expectation.js';
export * from './field-errors.js';
export * from './naming.js';
export { sentTexts } from './sent-texts.js';
export { withInstant } from './past-instant.js';
export { withNewId } from './new-streams.js';
export { illFormedIn } from './well-formed.js';
