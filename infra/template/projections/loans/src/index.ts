export { loanLines, loanList, loansPart, type Loan } from './loan-list.js';
