import type { ReactNode } from 'react';
import { useLanguage, type Language } from '../../words/language.js';
import { number } from '../format.js';
import { useListTexts } from './texts.js';
import type { useRows } from './use-list.js';
import type { Selection } from './use-selection.js';

type Found = Pick<ReturnType<typeof useRows>, 'rows' | 'total' | 'hasNextPage' | 'isPending'>;

/** How many records are loaded, of how many. */
export const End = ({ found: { rows, total, hasNextPage, isPending } }: { readonly found: Found }) => {
  const [t, language] = [useListTexts(), useLanguage()];
  if (isPending) return null;
  const count = number(rows.length, language);
  const all = total && allOf(total, language, t);
  const text = all === undefined ? t('loadedSome', { count }) : t('loaded', { count, total: all });
  return <p className="small faint list-end">{hasNextPage ? text : t('all', { count: rows.length })}</p>;
};

const allOf = ({ count, more }: NonNullable<Found['total']>, language: Language, t: ReturnType<typeof useListTexts>) =>
  more ? t('more', { count: number(count, language) }) : number(count, language);

/** What can be done with the records that are selected. */
export const Bulk = <Row,>({
  selection: { rows, isAll, all, clear },
  children,
}: {
  readonly selection: Pick<Selection<Row>, 'rows' | 'isAll' | 'all' | 'clear'>;
  readonly children: ReactNode;
}) => {
  const [t, count] = [useListTexts(), rows.length];
  return count === 0 ? null : (
    <div className="bulk" role="region" aria-label={t('selected', { count })}>
      <span>{t('selected', { count })}</span>
      {children}
      {!isAll && (
        <button type="button" className="btn plain" onClick={all}>
          {t('selectAll')}
        </button>
      )}
      <button type="button" className="btn plain" onClick={clear}>
        {t('unselect')}
      </button>
    </div>
  );
};
