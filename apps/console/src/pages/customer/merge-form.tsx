import { useNavigate } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { ChoiceTable, type ChoiceRow } from '../../design/choice-table.js';
import { DraftNote } from '../../design/form/draft-note.js';
import { FormField } from '../../design/form/fields.js';
import { ErrorNotice } from '../../design/states.js';
import type { CustomerView } from './data.js';
import { useFieldLabel } from './fields.js';
import { opposite, SIDES, type Difference, type Side } from './merge-fields.js';
import { markOf } from './marked-name.js';
import { Follows } from './merge-follows.js';
import { useMergeTexts } from './merge-texts.js';
import { ProfileValue } from './profile-value.js';
import { OWNER, REMAINS, useMerge } from './use-merge.js';

type Props = {
  readonly customers: Readonly<Record<Side, CustomerView>>;
  readonly onClose: () => void;
};

/** The choice of who remains and of whose values, the reason, and what follows from the merge. */
export const MergeForm = ({ customers, onClose }: Props) => {
  const [t, navigate] = [useMergeTexts(), useNavigate()];
  const { form, survivor, differences, sideOf, choose } = useMerge(customers, (side) => {
    if (side === 'other') void navigate(addressOf.customer(customers.other.customerId));
    else onClose();
  });
  const rows = useRows(customers, differences, sideOf);
  const reason = form.fields.find(({ name }) => name === 'reason');
  return (
    <form
      className="dialog-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <DraftNote draft={form.draft} />
      {form.error !== undefined && <ErrorNotice error={form.error} />}
      <ChoiceTable
        label={t('fields')}
        versions={SIDES.map((key) => ({ key, name: markOf(customers[key]) }))}
        rows={rows}
        choose={choose}
      />
      {differences.length === 0 && <p className="muted">{t('noFields')}</p>}
      <Follows survivor={customers[survivor]} merged={customers[opposite(survivor)]} />
      {reason && <FormField field={reason} path={['reason']} state={form} />}
      <div className="drawer-foot">
        <button type="button" className="btn" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="submit" className="btn main-act" disabled={form.isBusy || !form.form}>
          {t('merge')}
        </button>
      </div>
    </form>
  );
};

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

const useRows = (
  customers: Props['customers'],
  differences: readonly Difference[],
  sideOf: (field: string) => Side,
): readonly ChoiceRow<Side>[] => {
  const [t, labelOf] = [useMergeTexts(), useFieldLabel()];
  const remains = {
    ...{ field: REMAINS, label: t('remains'), chosen: sideOf(REMAINS) },
    shown: { one: customers.one.profile.name, other: customers.other.profile.name },
  };
  const survivor = sideOf(REMAINS);
  return [
    remains,
    ...differences.map(({ field, one, other }) => {
      const [shown, chosen] = [{ one, other }, sideOf(field)];
      const closed = SIDES.filter((side) => side !== survivor && shown[side] === null);
      return {
        ...{ field, label: field === OWNER ? t('owner') : labelOf(field), chosen, closed },
        shown: {
          one: isNothing(one) ? null : <ProfileValue path={field} value={one} />,
          other: isNothing(other) ? null : <ProfileValue path={field} value={other} />,
        },
      };
    }),
  ];
};
