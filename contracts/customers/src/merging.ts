import { atMost, choice, customerId, expected, field, id, label, note, personal } from '@annals/contracts-values';
import { Contract } from '@annals/event-sourcing';
import { z } from 'zod';
import { schemaAt } from './profile-path.js';
import { consentKind } from './wishes.js';

// Names and fields below are on disk: add a version, never edit one.

/** The customer whose file is merged into another one. */
export const mergedId = field(customerId, { en: 'Merged customer', zh: '被合并客户' }, { example: 'c-1002' });

/** The customer who remains. */
export const survivorId = field(customerId, { en: 'Surviving customer', zh: '保留客户' }, { example: 'c-1001' });

export const mergeReason = field(note, { en: 'Reason', zh: '原因' }, { example: 'Registered twice.' });

const file = choice({
  survivor: { en: 'Surviving customer', zh: '保留客户' },
  merged: { en: 'Merged customer', zh: '被合并客户' },
});

const MOST = 100; // choices

/** What is chosen besides the fields of the profile. */
export const OWNER = 'owner';

const isChosen = (path: string) => path === OWNER || (path !== 'kind' && schemaAt(path) !== undefined);

/** From which of the two files a field is taken, by path of the profile, or `owner`. */
export const mergeChoices = field(
  atMost(MOST, z.record(z.string().max(200), file))
    .refine(
      (choices) => Object.keys(choices).every(isChosen),
      expected(
        'paths of the profile such as `phone` or `geographic.country`, or `owner`',
        '资料路径，例如 `phone`、`geographic.country`，或 `owner`',
      ),
    )
    .meta({ maxProperties: MOST }),
  { en: 'Choices', zh: '字段取舍' },
  {
    example: { phone: 'merged', owner: 'survivor' },
    description: {
      en: 'By path of the profile, such as `phone` and `geographic.country`, or `owner`: whose value remains, that of the `survivor` or of the `merged` customer. Without a choice it is that of the survivor, or of the merged customer where the survivor has none; the owner stays.',
      zh: '按资料路径（例如 `phone`、`geographic.country`）或 `owner` 指定保留谁的值：`survivor` 为保留客户，`merged` 为被合并客户。未指定时取保留客户的值，其没有时取被合并客户的值；负责人不变。',
    },
  },
);
export type MergeChoices = z.infer<typeof mergeChoices>;

const identifier = z.strictObject({
  kind: field(label, { en: 'Kind', zh: '类型' }, { example: 'taxNumber' }),
  identifier: field(personal, { en: 'Identifier', zh: '标识' }, { example: '31010119900501001X' }),
});

const carriedNeed = z.strictObject({
  needId: field(id, { en: 'Need', zh: '需求' }, { example: 'n-1' }),
  as: field(id, { en: 'Need of the survivor', zh: '保留客户的需求' }, { example: 'n-1' }),
});

/** The file of a customer is about to be merged into that of another one: from now on it takes no changes. */
export const MergeBegun = Contract.of('MergeBegun', { en: 'Merge begun', zh: '合并已开始' }).v1(
  z.object({ customerId, survivorId, reason: mergeReason, choices: mergeChoices }),
);

/** The merge was refused by what became of the survivor meanwhile: the file takes changes again. */
export const MergeAbandoned = Contract.of('MergeAbandoned', { en: 'Merge abandoned', zh: '合并已放弃' }).v1(
  z.object({ customerId, survivorId }),
);

/**
 * Two customers are one from now on. What the merge changes in the file of the survivor follows as further events.
 * `files` are
 * customers who had been merged into the merged one before, `taken` the fields that came from the merged customer, `identifiers` the unique values that it keeps for both, and
 * `needs` its current needs.
 */
export const CustomersMerged = Contract.of('CustomersMerged', { en: 'Customers merged', zh: '客户已合并' }).v1(
  z.object({
    ...{ customerId, mergedId, reason: mergeReason, choices: mergeChoices },
    files: field(z.array(customerId).max(1_000), { en: 'Customers merged before', zh: '此前已合并的客户' }),
    taken: field(z.array(label).max(500), { en: 'Fields taken', zh: '采用的字段' }, { example: ['phone'] }),
    identifiers: field(z.array(identifier).max(1_000), { en: 'Unique values', zh: '唯一值' }),
    needs: field(z.array(carriedNeed).max(1_000), { en: 'Needs', zh: '需求' }),
  }),
);

/** They are two customers again. `returned` are the fields of the survivor that are as before the merge; those that were changed since are `kept`. Of `unsaid` contacts it had said nothing before. */
export const MergeUndone = Contract.of('MergeUndone', { en: 'Merge undone', zh: '合并已撤销' }).v1(
  z.object({
    ...{ customerId, mergedId, reason: mergeReason },
    returned: field(z.array(label).max(500), { en: 'Returned', zh: '已恢复' }, { example: ['phone'] }),
    kept: field(z.array(label).max(500), { en: 'Kept', zh: '已保留' }, { example: ['email'] }),
    unsaid: field(z.array(consentKind).max(10_000), { en: 'Nothing said', zh: '未曾表态' }),
  }),
);

/** The file that was merged is a customer again and takes changes. */
export const CustomerRestored = Contract.of('CustomerRestored', { en: 'Customer restored', zh: '客户已恢复' }).v1(
  z.object({ customerId, survivorId, reason: mergeReason }),
);

export const mergingContracts = [MergeBegun, MergeAbandoned, CustomersMerged, MergeUndone, CustomerRestored] as const;
