import { customerOfStream, type IdentifierEvent } from '@annals/contracts-customers';
import { id, instant as instantSchema } from '@annals/contracts-values';
import { instant, text, texts, view, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const collision = z.strictObject({
  collisionId: z.string().meta({ examples: ['email-info@example.com'] }),
  kind: z.string().describe('The field: `organisationCode`, `taxNumber`, `email` of a customer, or `userName`'),
  holders: z.array(z.string()).describe('The streams that have the value, first come first, at most 100'),
  customers: z.array(id).meta({ description: 'The customers among the holders', examples: [['c-1001', 'c-1002']] }),
  since: instantSchema.describe('When it was noticed'),
});

/** A unique value that several records have. */
export type Collision = Readonly<z.infer<typeof collision>>;

const PREFIX = 'identifier-';

/** Unique values that several records have, because values that were different count as the same since an upgrade. */
export const identifierCollisions = view<Of<IdentifierEvent, 'IdentifierShared'>, Collision>()({
  name: 'identifier-collisions',
  version: 2,
  about: 'installation',
  asRecorded: true,
  key: ({ stream }) => stream.slice(PREFIX.length),
  on: {
    IdentifierShared: (before, { data: { kind, holders }, recordedAt }, collisionId) => {
      if (holders.length < 2) return null;
      const customers = holders.flatMap((holder) => customerOfStream(holder) ?? []);
      return { collisionId, kind, holders, customers, since: before?.since ?? recordedAt };
    },
  },
  fields: {
    kind: text((each) => each.kind),
    holder: texts(({ holders }) => holders),
    since: instant(({ since }) => since),
  },
  indexes: [['since'], ['kind', 'since']],
  personal: [],
  answer: { schema: collision, of: (each) => each },
  list: {
    path: 'identifiers/collisions',
    summary: {
      en: 'List unique values that several records have since an upgrade, to be settled by changing one of them',
      zh: '列出升级后被多条记录持有的唯一值，修改其中一条即可消除重复',
    },
    record: { name: 'IdentifierCollision', en: 'collision', zh: '重复的唯一值', one: null },
    needs: 'identifiers.read',
    filters: ['kind', 'holder'],
    sorts: ['since'],
  },
});
