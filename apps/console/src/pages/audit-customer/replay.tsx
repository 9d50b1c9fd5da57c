import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { EventDetail } from '../../design/event.js';
import { useEventWord } from '../../design/event-words.js';
import { number } from '../../design/format.js';
import { useShortcuts } from '../../design/keys.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import { Cause } from '../audit/entry.js';
import { AxisChoice } from './axis.js';
import { Changes } from './changes.js';
import { useCustomerAuditTexts } from './texts.js';
import { useAudited } from './use-audited.js';

const useStep = (customerId: string, axis: 'recorded' | 'occurred', step: number | undefined) =>
  useQuery({
    queryKey: ['audit', 'replay', customerId, axis, step],
    queryFn: () =>
      answerOf(
        api.GET('/v1/customers/{customerId}/replay', {
          params: {
            path: { customerId },
            query: { axis, limit: 1, ...(step ? { step } : { order: 'desc' as const }) },
          },
        }),
      ),
    placeholderData: (before) => before,
  });

/** The history one event at a time: the event, and what it changed on the page. */
export const Replay = () => {
  const { customerId, params, set, axis } = useAudited();
  const asked = Number(params.get('step') ?? 0);
  const { data, error, refetch } = useStep(customerId, axis, asked > 0 ? asked : undefined);
  const item = data?.items[0];
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!data || !item) return <SkeletonLines count={8} />;
  const go = (step: number) => set({ step: String(Math.min(Math.max(1, step), data.total)) });
  return (
    <>
      <Steps step={item.step} total={data.total} go={go} />
      <Step item={item} />
    </>
  );
};

type StepsProps = { readonly step: number; readonly total: number; readonly go: (step: number) => void };

const Steps = ({ step, total, go }: StepsProps) => {
  const [t, language] = [useCustomerAuditTexts(), useLanguage()];
  useShortcuts([
    { key: ',', does: { en: 'Previous event', zh: '上一个事件' }, run: () => go(step - 1) },
    { key: '.', does: { en: 'Next event', zh: '下一个事件' }, run: () => go(step + 1) },
  ]);
  const buttons = [
    { name: 'first', to: 1, off: step === 1 },
    { name: 'previous', to: step - 1, off: step === 1 },
    { name: 'next', to: step + 1, off: step === total },
    { name: 'last', to: total, off: step === total },
  ] as const;
  const said = t('step', { step: number(step, language), total: number(total, language) });
  return (
    <div className="tools">
      <span className="strong" aria-live="polite">
        {said}
      </span>
      <input
        className="grow"
        type="range"
        min={1}
        max={total}
        value={step}
        aria-label={said}
        onChange={({ target }) => go(Number(target.value))}
      />
      {buttons.map(({ name, to, off }) => (
        <button key={name} type="button" className="btn" disabled={off} onClick={() => go(to)}>
          {t(name)}
        </button>
      ))}
      <AxisChoice />
    </div>
  );
};

type Item = NonNullable<ReturnType<typeof useStep>['data']>['items'][number];

const Step = ({ item: { event, changes, decidedOn } }: { readonly item: Item }) => {
  const [t, word] = [useCustomerAuditTexts(), useEventWord()];
  const entry = { ...event, decidedOn };
  return (
    <>
      <section className="sec">
        <h2>{word(event.type)}</h2>
        <div className="open-ev">
          <EventDetail entry={entry} cause={<Cause entry={entry} among={[]} />} />
        </div>
      </section>
      <section className="sec">
        <h2>{t('changed')}</h2>
        {changes.length > 0 ? <Changes changes={changes} /> : <p className="muted">{t('unchanged')}</p>}
      </section>
    </>
  );
};
