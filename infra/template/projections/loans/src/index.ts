export { loanList, type Loan } from './loan-list.js';
