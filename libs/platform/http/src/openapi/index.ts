export { routesIn, type Route } from './module-routes.js';
export * from './route-marks.js';
export * from './deprecation.js';
export { Summary } from './summary.js';
export { serveDocs } from './openapi.docs.js';
export { routeRights } from './openapi.handlers.js';
export { openApiDocument, type ApiDescription, type Tag } from './openapi.document.js';
export { commandSchema, Declares, Example, Labelled, zodSchema } from './openapi.class-schema.js';
