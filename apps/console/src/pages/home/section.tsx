import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ListPage } from '../../api/list.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import { number } from '../../design/format.js';
import { useHomeTexts } from './texts.js';

type Found<Row> = {
  readonly data: ListPage<Row> | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
};

type Props<Row> = {
  readonly title: string;
  readonly found: Found<Row>;
  /** What is said where there is no record. */
  readonly none: string;
  /** The list of all these records, where there is a page for it. */
  readonly to?: string;
  readonly children: (row: Row) => ReactNode;
};

/** The first records of a list under a heading, which leads to all of them. */
export const Section = <Row,>({ title, found, none, to, children }: Props<Row>) => (
  <section className="sec">
    <div className="sec-h">
      <h2>{title}</h2>
      {to !== undefined && <All data={found.data} to={to} />}
    </div>
    {found.error !== null && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
    {!found.data && found.error === null && <SkeletonLines />}
    {found.data?.items.length === 0 && <p className="rows-none muted">{none}</p>}
    <ul className="rows">{found.data?.items.map(children)}</ul>
  </section>
);

const All = ({ data, to }: { readonly data: ListPage<unknown> | undefined; readonly to: string }) => {
  const [t, language] = [useHomeTexts(), useLanguage()];
  if (!data?.total?.count) return null;
  const count = number(data.total.count, language) + (data.total.more ? '+' : '');
  return (
    <Link className="link" to={to}>
      {t('all', { count })}
    </Link>
  );
};

type LineProps = {
  readonly lead: ReactNode;
  readonly under?: ReactNode;
  readonly to: string;
  readonly title: string;
  readonly about?: ReactNode;
  readonly side?: ReactNode;
  readonly sideUnder?: ReactNode;
};

/** A record: when, what, and what is known of it at a glance. The whole line leads to the record. */
export const Line = ({ lead, under, to, title, about, side, sideUnder }: LineProps) => (
  <li>
    <div>
      <div className="strong">{lead}</div>
      {under && <div className="small faint">{under}</div>}
    </div>
    <div>
      <Link className="open" to={to}>
        {title}
      </Link>
      {about && <div className="small muted">{about}</div>}
    </div>
    <div className="end">
      {side && <div>{side}</div>}
      {sideUnder && <div className="small faint">{sideUnder}</div>}
    </div>
  </li>
);
