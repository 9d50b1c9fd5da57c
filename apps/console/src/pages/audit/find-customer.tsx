import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { searchPage } from '../../api/list.js';
import { SearchField } from '../../design/search-field.js';
import { useDebounced } from '../../design/list/use-debounced.js';
import type { components } from '../../generated/api.js';
import { useAuditTexts } from './texts.js';

type Row = components['schemas']['CustomerRow'];

const MOST = 6;

/** Customers by name, code or phone, each leading to its history. What is searched stays out of the address. */
export const FindCustomer = () => {
  const [words, setWords] = useState('');
  const [t, q] = [useAuditTexts(), useDebounced(words.trim())];
  const { data } = useQuery({
    queryKey: ['audit', 'find', q],
    queryFn: ({ signal }) => searchPage<Row>('/v1/customers', { q, limit: MOST }, signal),
    enabled: q !== '',
  });
  return (
    <section className="sec" aria-label={t('find')}>
      <div className="sec-h">
        <h2>{t('find')}</h2>
      </div>
      <SearchField label={t('find')} value={words} onChange={setWords} isWide />
      <p className="help">{t('findWhy')}</p>
      <ul className="menu">
        {words.trim() !== '' &&
          data?.items.map(({ customerId, name, code }) => (
            <li key={customerId}>
              <Link to={addressOf.audit(customerId)}>
                {name ?? customerId} <span className="small faint">{code}</span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
};
