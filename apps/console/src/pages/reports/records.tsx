import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../../api/client.js';
import { day } from '../../design/dates.js';
import { SideDrawer } from '../../design/dialog.js';
import { money, type Money } from '../../design/format.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useReportsTexts } from './texts.js';

type Fact = Readonly<Record<string, unknown>>;
type Page = { readonly items: readonly Fact[]; readonly next: string | null };

type Props = {
  /** The path of the records, as the report gives it. */
  readonly path: string;
  readonly figure: string;
  readonly onClose: () => void;
};

const LIMIT = 50;

/** The records behind a figure, each leading to its page. */
const Records = ({ path, figure, onClose }: Props) => {
  const t = useReportsTexts();
  const found = useInfiniteQuery({
    queryKey: ['report-records', path],
    queryFn: async ({ pageParam, signal }) => {
      const { pathname, searchParams } = new URL(path, location.origin);
      const given = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
      const query = { ...given, limit: LIMIT, ...(pageParam !== null && { cursor: pageParam }) };
      return (await call<Page>('GET', pathname, { query, signal })).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const facts = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <SideDrawer title={t('records', { figure })} onClose={onClose} width={560}>
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={8} />}
      {found.isSuccess && facts.length === 0 && <Empty title={t('none')} />}
      <ul>
        {facts.map((fact, index) => (
          <Line key={index} fact={fact} />
        ))}
      </ul>
      {found.hasNextPage && (
        <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </SideDrawer>
  );
};

const PAGES = [
  ['dealId', '/deals/'],
  ['complaintId', '/complaints/'],
  ['customerId', '/customers/'],
] as const;

const textIn = (fact: Fact, names: readonly string[]) =>
  names.map((name) => fact[name]).find((value): value is string => typeof value === 'string' && value !== '');

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'string';

const amountIn = ({ net, currency, value = { amount: net, currency } }: Fact, language: Language) =>
  isMoney(value) ? money(value, language) : '';

const DATES = ['closedAt', 'openedAt', 'filedAt', 'occurredAt', 'contactedAt', 'at'];

const Line = ({ fact }: { readonly fact: Fact }) => {
  const language = useLanguage();
  const [idName, page] = PAGES.find(([name]) => typeof fact[name] === 'string') ?? [];
  const id = idName && textIn(fact, [idName]);
  const title = textIn(fact, ['title', 'subject', 'summary', 'category']) ?? id ?? '';
  const date = textIn(fact, DATES);
  const more = [textIn(fact, ['product', 'severity', 'rule']), date && day(date, language)];
  return (
    <li className="behind">
      {id && page ? (
        <Link className="link" to={`${page}${encodeURIComponent(id)}`}>
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      <span className="num">{amountIn(fact, language)}</span>
      <span className="small faint">{more.filter(Boolean).join(' · ')}</span>
    </li>
  );
};

export default Records;
