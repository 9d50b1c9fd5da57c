import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { instant } from '../../design/dates.js';
import { useEventWord } from '../../design/event-words.js';
import { AnyValue } from '../../design/event.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import { useFieldLabel } from './fields.js';
import type { Moment } from './moment.js';
import { sentenceOf } from './sentence.js';
import { useCustomerTexts } from './texts.js';

type Props = { readonly customerId: string; readonly from: string; readonly moment: Moment };

/** Two moments side by side: what differs, and the event that made the difference. */
export const Comparison = ({ customerId, from, moment: { asOf, axis, compareWith } }: Props) => {
  const [t, language, labelOf, word] = [useCustomerTexts(), useLanguage(), useFieldLabel(), useEventWord()];
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
                <th>{t('why')}</th>
              </tr>
            </thead>
            <tbody>
              {data.changes.map(({ field, before, after, positions }) => {
                const event = eventAt(positions.at(-1) ?? -1);
                return (
                  <tr key={field}>
                    <td className="muted" title={field}>
                      {labelOf(field)}
                    </td>
                    <td>
                      <AnyValue value={before} />
                    </td>
                    <td className="diff">
                      <AnyValue value={after} />
                    </td>
                    <td className="muted">{event && sentenceOf(word(event.type), event, language)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
