import { systemCommand } from '@annals/command-bus';
import { changeNumber, consent, consentKind, lastActivityAt, need, silentDays } from '@annals/contracts-customers';
import { customerId } from '@annals/contracts-values';

/** Issued by the clock on the effective date of a change. */
export class ApplyDataChange extends systemCommand(
  'ApplyDataChange',
  { customerId, number: changeNumber },
  { about: 'customerId' },
) {}

/** Issued by the clock after the last day of a need. */
export class EndNeed extends systemCommand(
  'EndNeed',
  { customerId, needId: need.shape.needId },
  { about: 'customerId' },
) {}

/** Issued by the clock when a consent expires. */
export class ExpireConsent extends systemCommand(
  'ExpireConsent',
  {
    customerId,
    ...consentKind.shape,
    expiresAt: consent.shape.expiresAt.unwrap(),
  },
  { about: 'customerId' },
) {}

/** Issued when a lost customer has done business again. */
export class NoteReturn extends systemCommand('NoteReturn', { customerId }, { about: null }) {}

/** Issued by the clock when a customer was inactive for too long. */
export class NoteSilence extends systemCommand(
  'NoteSilence',
  { customerId, lastActivityAt, silentDays },
  { about: null },
) {}
