import * as contracts from '@annals/contracts-customers';
import { day, id, instant } from '@annals/contracts-values';
import { UNPUBLISHED } from '@annals/slice';
import { z } from 'zod';
import { customerProfile, publicChanges } from './published-profile.js';

const staff = z.object({ id }); // employees are published without their names
const number = z.int().min(1);
const about = { customerId: id };

/** What other systems receive of each event. */
export const published = {
  CustomerRegistered: { version: 1, schema: z.object({ ...about, profile: customerProfile }) },
  CustomerDataChanged: {
    version: 2,
    schema: z.object({
      ...{ ...about, changes: publicChanges.schema.min(1), effectiveDate: day },
      number: number.optional(),
    }),
    from: publicChanges.from,
  },
  DataChangeTookEffect: {
    version: 1,
    schema: z.object({ ...about, number, effectiveDate: day, changes: publicChanges.schema }),
    from: publicChanges.from,
  },
  OwnerAssigned: { version: 1, schema: z.object({ ...about, owner: staff, previous: staff.nullable() }) },
  NeedRecorded: {
    version: 1,
    schema: z.object({ ...about, ...contracts.need.omit({ description: true }).shape }),
  },
  NeedClosed: {
    version: 1,
    schema: z.object({ ...about, needId: id, outcome: contracts.needClosing.shape.outcome }),
  },
  NeedEnded: { version: 1, schema: z.object({ ...about, needId: id, until: day }) },
  ContactPreferenceSet: { version: 1, schema: z.object({ ...about, preference: contracts.contactPreference }) },
  ConsentGiven: {
    version: 2,
    schema: z.object({ ...about, ...contracts.consent.omit({ evidence: true }).shape }),
  },
  ConsentWithdrawn: { version: 2, schema: z.object({ ...about, ...contracts.consentKind.shape }) },
  ConsentExpired: {
    version: 2,
    schema: z.object({ ...about, ...contracts.consentKind.shape, expiresAt: instant }),
  },
  CustomerLost: { version: 2, schema: z.object(about) },
  CustomerWonBack: { version: 2, schema: z.object(about) },
  CustomerFellSilent: UNPUBLISHED,
  CustomerWithdrawn: { version: 1, schema: z.object(about) },
  MergeBegun: UNPUBLISHED,
  MergeAbandoned: UNPUBLISHED,
  CustomersMerged: { version: 1, schema: z.object({ ...about, mergedId: id, taken: z.array(z.string()) }) },
  MergeUndone: {
    version: 1,
    schema: z.object({ ...about, mergedId: id, returned: z.array(z.string()), kept: z.array(z.string()) }),
  },
  CustomerRestored: { version: 1, schema: z.object({ ...about, survivorId: id }) },
  IdentifierReserved: UNPUBLISHED,
  IdentifierReleased: UNPUBLISHED,
  IdentifierShared: UNPUBLISHED,
};
