export { taskLines } from './task-lines.js';
export { taskList, type TaskDocument } from './task-list.js';
export { tasksPart } from './tasks-part.js';
