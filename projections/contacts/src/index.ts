export { contactLines } from './contact-lines.js';
