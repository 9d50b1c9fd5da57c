// What programs need that read the data of an installation and serve no requests: the rest takes long to load.
export { annalsCatalogue, configurationOf } from './catalogue.js';
export { collisionsIn } from './collisions.js';
export { openEngine, type Engine } from './engine.js';
export { explain } from './failure.js';
export { progressOf } from './identifier-form.js';
export { closeStores, documentsOf, hasData, LEAN } from './stores.js';
