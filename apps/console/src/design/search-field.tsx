import type { ComponentProps } from 'react';
import { Icon } from './icon.js';

type Props = Pick<ComponentProps<'input'>, 'ref' | 'placeholder' | 'onKeyDown'> & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As wide as there is room. */
  readonly isWide?: boolean;
};

/** Where one types what to look for. */
export const SearchField = ({ label, onChange, isWide = false, ...input }: Props) => (
  <div className={isWide ? 'search wide' : 'search'}>
    <Icon name="search" />
    <input
      {...input}
      className="in"
      type="search"
      aria-label={label}
      maxLength={200}
      onChange={({ target }) => onChange(target.value)}
    />
  </div>
);
