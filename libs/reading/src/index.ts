export { missingOf } from './missing.js';
export { Reader, type ListPage, type Reading, type RecordAnswer } from './reader.js';
export { ReadingModule } from './reading.module.js';
