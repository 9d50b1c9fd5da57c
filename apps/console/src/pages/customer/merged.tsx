import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { day } from '../../design/dates.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { useCustomer, type CustomerView } from './data.js';
import { useMergeTexts } from './merge-texts.js';

type Props = { readonly customer: CustomerView; readonly isNow: boolean };

type One = CustomerView['merged'][number];

/** Those who were merged into the customer, each with its page before that, and parting it again. */
export const Merged = ({ customer: { customerId, merged }, isNow }: Props) => {
  const t = useMergeTexts();
  if (merged.length === 0) return null;
  return (
    <Section title={t('mergedHere')}>
      <ul className="todo">
        {merged.map((one) => (
          <Line key={one.customerId} one={one} survivorId={customerId} isNow={isNow} />
        ))}
      </ul>
    </Section>
  );
};

type LineProps = { readonly one: One; readonly survivorId: string; readonly isNow: boolean };

const Line = ({ one: { customerId, mergedAt, reason }, survivorId, isNow }: LineProps) => {
  const [t, language, may] = [useMergeTexts(), useLanguage(), useMay()];
  const [isParting, part] = useState(false);
  const before = new Date(Date.parse(mergedAt) - 1).toISOString();
  const { data } = useCustomer(customerId, { asOf: before, axis: 'recorded' });
  const name = data?.profile.name ?? customerId;
  const then = new URLSearchParams({ asOf: before, axis: 'recorded' });
  return (
    <li>
      <Icon name="people" />
      <div>
        <Link className="figure" to={`${addressOf.customer(customerId)}?${then}`}>
          {name}
        </Link>
        <span className="small faint say">
          {[data?.profile.code, t('mergedOn', { day: day(mergedAt, language) }), reason].filter(Boolean).join(' · ')}
        </span>
        {isNow && may('customers.merge') && (
          <span className="chips">
            <button type="button" className="btn mini" onClick={() => part(true)}>
              {t('undo')}
              <span className="sr">: {name}</span>
            </button>
          </span>
        )}
        {isParting && (
          <CommandDrawer
            name="UndoMerge"
            title={t('undoTitle', { name })}
            action={t('undoAction')}
            fixed={{ customerId: survivorId, mergedId: customerId }}
            before={() => <p className="muted">{t('undoFollows', { name })}</p>}
            onDone={() => undefined}
            onClose={() => part(false)}
          />
        )}
      </div>
    </li>
  );
};
