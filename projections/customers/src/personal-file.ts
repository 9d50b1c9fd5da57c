import { CustomerRegistered } from '@annals/contracts-customers';

/** Where the file of a customer has personal data; in the profile as in the event that brings it. */
export const PERSONAL_FILE: readonly string[] = [
  ...CustomerRegistered.personalFields.map(({ path }) => path),
  ...['changes[].before', 'changes[].after', 'changes[].reason', 'changes[].source'],
  ...['coming[].changes[].before', 'coming[].changes[].after', 'coming[].reason', 'coming[].source'],
  ...['needs[].description', 'needs[].closed.reason', 'merged[].reason'],
];
