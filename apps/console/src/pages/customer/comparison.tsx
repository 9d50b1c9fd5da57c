import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.js';
import { instant } from '../../design/dates.js';
import { useEventWord } from '../../design/event-words.js';
import { AnyValue, type HistoryEntry } from '../../design/event.js';
import type { components } from '../../generated/api.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage, useWords, type Words } from '../../words/language.js';
import { useFieldLabel } from './fields.js';
import type { Moment } from './moment.js';
import { briefly, sentenceOf } from './sentence.js';
import { useCustomerTexts } from './texts.js';

type Props = { readonly customerId: string; readonly from: string; readonly moment: Moment };

/** Two moments side by side: what differs, and the event that made the difference. */
export const Comparison = ({ customerId, from, moment: { asOf, axis, compareWith } }: Props) => {
  const [t, language, wordOf] = [useCustomerTexts(), useLanguage(), useWords()];
  const query = { from, axis, ...(asOf === undefined ? {} : { to: asOf }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['diff', customerId, query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/customers/{customerId}/diff', { params: { path: { customerId }, query }, signal })),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <div className="cmp">
        <SkeletonLines />
      </div>
    );
  const groups = Map.groupBy(
    data.changes.filter(({ field }) => !field.startsWith('events')),
    ({ field }) => field.split(/[.[]/)[0]!,
  );
  const partOf = (part: string) => (PARTS[part] ? wordOf(PARTS[part]) : part);
  const eventAt = (position: number) => data.events.find((event) => event.position === position);
  return (
    <section className="cmp">
      <div className="sec-h">
        <h2>
          {t('differences')} <span className="faint">{data.changes.length}</span>
        </h2>
        <button type="button" className="btn" onClick={() => compareWith(undefined)}>
          {t('closeCompare')}
        </button>
      </div>
      {data.changes.length === 0 ? (
        <p className="muted">{t('noDifferences')}</p>
      ) : (
        <div className="tblwrap">
          <table>
            <thead>
              <tr>
                <th>{t('field')}</th>
                <th>
                  <span className="pill">A</span>
                  {instant(from, language)}
                </th>
                <th>
                  <span className="pill b">B</span>
                  {asOf === undefined ? t('now') : instant(asOf, language)}
                </th>
                <th style={{ width: '24%' }}>{t('reasonWhy')}</th>
              </tr>
            </thead>
            <tbody>
              {[...groups].map(([part, changes]) => (
                <Part key={part} name={partOf(part)}>
                  {changes.map((change) => (
                    <Difference key={change.field} change={change} event={eventAt(change.positions.at(-1) ?? -1)} />
                  ))}
                </Part>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <tr className="group">
      <td colSpan={4}>{name}</td>
    </tr>
    {children}
  </>
);

type DifferenceProps = {
  readonly change: components['schemas']['FieldDifference'];
  readonly event: HistoryEntry | undefined;
};

const Difference = ({ change: { field, before, after }, event }: DifferenceProps) => {
  const [language, labelOf, word] = [useLanguage(), useFieldLabel(), useEventWord()];
  return (
    <tr>
      <td className="muted" title={field}>
        {labelOf(field)}
      </td>
      <td>
        <AnyValue value={briefly(before)} />
      </td>
      <td className="diff">
        <AnyValue value={briefly(after)} />
      </td>
      <td className="muted">{event && sentenceOf(word(event.type), event, language)}</td>
    </tr>
  );
};

/** The parts of the page of a customer. */
const PARTS: Readonly<Record<string, Words>> = {
  profile: { en: 'Facts', zh: '客户资料' },
  coming: { en: 'Coming changes', zh: '待生效变更' },
  owner: { en: 'Owner', zh: '负责人' },
  preference: { en: 'Preferences', zh: '偏好' },
  consents: { en: 'Consents', zh: '同意' },
  needs: { en: 'Needs', zh: '需求' },
  contacts: { en: 'Contacts', zh: '接触' },
  deals: { en: 'Sales', zh: '销售' },
  complaints: { en: 'After-sales', zh: '售后' },
  finance: { en: 'Finance', zh: '财务' },
  logistics: { en: 'Logistics', zh: '物流' },
  usage: { en: 'Usage', zh: '用量' },
  lifecycle: { en: 'Lifecycle', zh: '生命周期' },
};
