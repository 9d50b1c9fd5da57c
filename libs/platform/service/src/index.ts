export { apiDescription } from './api.js';
export { commands, contracts, projectionsFor } from './catalogue.js';
export { EngineModule } from './engine.module.js';
export { openEngine, type Engine } from './engine.js';
export { explain } from './failure.js';
export { startProcess, type Serving } from './process.js';
export { ProjectorThread } from './projector-thread.js';
export { ProgramModule, ServiceModule, type Parts } from './service.module.js';
export { closeStores, hasData, openStores, type Stores } from './stores.js';
