import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../../design/icon.js';

type Props = {
  readonly label: string;
  readonly children: ReactNode;
  readonly menu: ReactNode;
  /** Whether it speaks of the past. */
  readonly isThen?: boolean;
};

/** A noun of the sentence that opens a menu. */
export const Pick = ({ label, children, menu, isThen = false }: Props) => (
  <Popover trigger="click" placement="bottomLeft" content={<div className="filter-pop">{menu}</div>}>
    <button type="button" className={isThen ? 'pick then' : 'pick'} aria-haspopup="true">
      <span className="sr">{label}: </span>
      {children} <Icon name="down" small />
    </button>
  </Popover>
);

type ChoicesProps = {
  readonly all: readonly { readonly value: string; readonly text: string; readonly help?: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** How many can be chosen. */
  readonly most?: number;
};

/** What a noun can be; with one choice the last click counts. */
export const Choices = ({ all, chosen, onChange, most = 1 }: ChoicesProps) => {
  const toggle = (value: string) => {
    if (most === 1) onChange([value]);
    else onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value].slice(-most));
  };
  return all.map(({ value, text, help }) => (
    <label key={value} className="check" title={help}>
      <input type={most === 1 ? 'radio' : 'checkbox'} checked={chosen.includes(value)} onChange={() => toggle(value)} />
      {text}
    </label>
  ));
};
