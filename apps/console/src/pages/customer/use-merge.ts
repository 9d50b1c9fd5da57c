import { useState } from 'react';
import type { Receipt } from '../../api/command.js';
import { useCommandForm } from '../../design/form/use-command-form.js';
import type { CustomerView } from './data.js';
import { choicesFor, differencesOf, opposite, usualSide, type Difference, type Side } from './merge-fields.js';
import { useMergeTexts } from './merge-texts.js';

/** The row in which is chosen who remains. */
export const REMAINS = 'remains';

/** The row in which is chosen whose owner remains. */
export const OWNER = 'owner';

type Customers = Readonly<Record<Side, CustomerView>>;

/** The owner is chosen as a field is. */
const ownersOf = ({ one, other }: Customers): readonly Difference[] =>
  one.owner?.id === other.owner?.id ? [] : [{ field: OWNER, one: one.owner, other: other.owner }];

/** The state of a merge: who remains, whose value of each field, and sending it. */
export const useMerge = (customers: Customers, done: (survivor: Side) => void) => {
  const t = useMergeTexts();
  const [picked, pick] = useState<ReadonlyMap<string, Side>>(new Map());
  const survivor = picked.get(REMAINS) ?? 'one';
  const differences = [...ownersOf(customers), ...differencesOf(customers.one.profile, customers.other.profile)];
  const sides = new Map(differences.map((each) => [each.field, sideIn(picked, each, survivor)] as const));
  const [{ customerId, revision }, { customerId: mergedId }] = [customers[survivor], customers[opposite(survivor)]];
  const form = useCommandForm<Receipt>({
    name: 'MergeCustomers',
    fixed: { customerId, mergedId, choices: choicesFor(sides, survivor) },
    draftOf: { one: customers.one.customerId, other: customers.other.customerId },
    revision,
    undo: () => ({ name: 'UndoMerge', fields: { customerId, mergedId, reason: t('undoReason') } }),
    onDone: () => done(survivor),
  });
  return {
    ...{ form, survivor, differences },
    sideOf: (field: string): Side => (field === REMAINS ? survivor : (sides.get(field) ?? survivor)),
    choose: (field: string, side: Side) => pick(new Map([...picked, [field, side]])),
  };
};

/** The one who is merged cannot make a value go. */
const sideIn = (picked: ReadonlyMap<string, Side>, difference: Difference, survivor: Side): Side => {
  const side = picked.get(difference.field);
  return side === undefined || (side !== survivor && difference[side] === null)
    ? usualSide(difference, survivor)
    : side;
};
