export { accountLines } from './account-lines.js';
