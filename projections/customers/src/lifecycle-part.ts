import type { LifecycleChange, LifecycleState } from '@annals/analytics';
import { instant } from '@annals/contracts-values';
import { ofCustomer, pagePart } from '@annals/event-sourcing';
import { z } from 'zod';
import type { customerList } from './customer-list.js';
import { lifecycleState } from './lifecycle-state.js';

/** The present state, since when, and by which rule and events. */
export type LifecycleStanding = { readonly state: LifecycleState } & Pick<
  LifecycleChange,
  'from' | 'since' | 'rule' | 'parameters' | 'evidence'
>;

export const standingOf = ({ to, ...change }: LifecycleChange): LifecycleStanding => ({ state: to, ...change });

const state = lifecycleState;
const evidence = z.strictObject({ type: z.string(), id: z.string(), position: z.int(), occurredAt: instant });

/** Where the customer stands in its lifecycle, and why. */
export const lifecyclePart = (view: ReturnType<typeof customerList>) =>
  pagePart({
    reads: { lifecycle: ofCustomer(view, []) },
    answer: {
      schema: z.strictObject({
        lifecycle: z
          .strictObject({
            ...{ state, from: state.nullable(), since: instant, rule: z.string() },
            parameters: z.record(z.string(), z.number()),
            evidence: z.array(evidence).describe('By position, at most 20'),
          })
          .nullable()
          .describe('`null` if nothing is known that says anything of it'),
      }),
      of: ({ lifecycle }) => ({ lifecycle: lifecycle && standingOf(lifecycle.lifecycle.change) }),
    },
  });
