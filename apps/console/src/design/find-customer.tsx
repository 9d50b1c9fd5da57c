import { useState } from 'react';
import { Link, type To } from 'react-router';
import { texts } from '../words/texts.js';
import { SearchField } from './search-field.js';
import { useFirstFocus } from './use-first-focus.js';
import { useFoundCustomers } from './use-found-customers.js';

type Props = {
  readonly label: string;
  /** Where a found customer leads. */
  readonly to: (customerId: string) => To;
  /** A customer that is not offered. */
  readonly except?: string;
  /** One can type at once. */
  readonly isFirst?: boolean;
};

const MOST = 6;

const useTexts = texts({ none: ['No customer is called so.', '没有符合的客户。'] });

/** Customers by name, code or phone, each of them a link. */
export const FindCustomer = ({ label, to, except, isFirst = false }: Props) => {
  const [words, setWords] = useState('');
  const [t, field] = [useTexts(), useFirstFocus<HTMLInputElement>(isFirst)];
  const found = useFoundCustomers(words, MOST)?.filter(({ customerId }) => customerId !== except);
  return (
    <>
      <SearchField label={label} value={words} onChange={setWords} isWide ref={field} />
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
