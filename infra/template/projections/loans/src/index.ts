export { loanLines, loanList, type Loan } from './loan-list.js';
