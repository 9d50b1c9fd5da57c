import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type To } from 'react-router';
import { searchPage } from '../api/list.js';
import type { components } from '../generated/api.js';
import { texts } from '../words/texts.js';
import { useDebounced } from './list/use-debounced.js';
import { SearchField } from './search-field.js';

type Row = components['schemas']['CustomerRow'];

type Props = {
  readonly label: string;
  /** Where a found customer leads. */
  readonly to: (customerId: string) => To;
  /** A customer that is not offered. */
  readonly except?: string;
};

const MOST = 6;

const useTexts = texts({ none: ['No customer is called so.', '没有符合的客户。'] });

/** Customers by name, code or phone, each of them a link. What is searched stays out of the address. */
export const FindCustomer = ({ label, to, except }: Props) => {
  const [words, setWords] = useState('');
  const [t, q] = [useTexts(), useDebounced(words.trim())];
  const { data } = useQuery({
    queryKey: ['find', q],
    queryFn: ({ signal }) => searchPage<Row>('/v1/customers', { q, limit: MOST }, signal),
    enabled: q !== '',
  });
  const found = words.trim() === '' ? undefined : data?.items.filter(({ customerId }) => customerId !== except);
  return (
    <>
      <SearchField label={label} value={words} onChange={setWords} isWide />
      {found?.length === 0 && <p className="muted">{t('none')}</p>}
      <ul className="menu">
        {found?.map(({ customerId, name, code }) => (
          <li key={customerId}>
            <Link to={to(customerId)}>
              {name ?? customerId} <span className="small faint">{code}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
};
