// Accounts and keys without what serves requests, which takes long to load.
export * from './account.js';
export { accountRecord, AccountStore } from './account-store.js';
export * from './keys.js';
