import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { number } from '../../design/format.js';
import { useNow } from '../../design/moment.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import { Entry } from '../audit/entry.js';
import { AxisChoice } from './axis.js';
import { Changes } from './changes.js';
import { useCustomerAuditTexts } from './texts.js';
import { useAudited } from './use-audited.js';

const MONTH = 30 * 86_400_000; // ms

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The days in the address, otherwise the last month. */
const useDays = (params: URLSearchParams) => {
  const now = useNow();
  return {
    from: params.get('from') ?? dayOf(new Date(now.getTime() - MONTH)),
    to: params.get('to') ?? dayOf(now),
  };
};

/** What differs on the page of the customer between the beginning of two days, with the events behind it. */
export const Compare = () => {
  const [t, { params, set }] = [useCustomerAuditTexts(), useAudited()];
  const days = useDays(params);
  return (
    <>
      <div className="tools">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="field">
            <span className="lab">{t(end)}</span>
            <input
              className="in"
              type="date"
              value={days[end]}
              onChange={({ target }) => target.value !== '' && set({ [end]: target.value })}
            />
          </label>
        ))}
        <span className="grow" />
        <AxisChoice />
      </div>
      <Differences {...days} />
    </>
  );
};

const Differences = ({ from, to }: { readonly from: string; readonly to: string }) => {
  const [t, { customerId, axis }] = [useCustomerAuditTexts(), useAudited()];
  const { data, error } = useQuery({
    queryKey: ['audit', 'diff', customerId, axis, from, to],
    queryFn: () =>
      answerOf(
        api.GET('/v1/customers/{customerId}/diff', { params: { path: { customerId }, query: { axis, from, to } } }),
      ),
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <SkeletonLines count={8} />;
  if (data.changes.length === 0) return <p className="muted">{t('same')}</p>;
  return <Changes changes={data.changes} why={({ positions }) => <Positions positions={positions} />} />;
};

/** The events behind a difference; each opens below. */
const Positions = ({ positions }: { readonly positions: readonly number[] }) => {
  const [language, { customerId }] = [useLanguage(), useAudited()];
  const [open, setOpen] = useState<number>();
  return (
    <>
      <div className="chips">
        {positions.map((each) => (
          <button
            key={each}
            type="button"
            className="link figure small"
            aria-expanded={open === each}
            onClick={() => setOpen(open === each ? undefined : each)}
          >
            {number(each, language)}
          </button>
        ))}
      </div>
      {open !== undefined && (
        <div className="open-ev">
          <Entry subject={customerId} position={open} />
        </div>
      )}
    </>
  );
};
