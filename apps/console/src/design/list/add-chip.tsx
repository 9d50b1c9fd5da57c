import { Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { Icon } from '../icon.js';

type Props<Of> = {
  readonly text: string;
  readonly all: readonly Of[];
  readonly nameOf: (one: Of) => string;
  readonly labelOf: (one: Of) => string;
  /** The values of the chosen one. */
  readonly children: (chosen: Of) => ReactNode;
};

/** Adds a condition: first what it is about is chosen, then its values. */
export const AddChip = <Of,>({ text, all, nameOf, labelOf, children }: Props<Of>) => {
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState<Of>();
  const turn = (open: boolean) => {
    setOpen(open);
    if (!open) choose(undefined);
  };
  const content =
    chosen === undefined ? (
      <div className="menu">
        {all.map((each) => (
          <button key={nameOf(each)} type="button" onClick={() => choose(() => each)}>
            {labelOf(each)}
          </button>
        ))}
      </div>
    ) : (
      children(chosen)
    );
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={turn}
      content={<div className="filter-pop">{content}</div>}
    >
      <button type="button" className="chip">
        <Icon name="plus" small /> {text}
      </button>
    </Popover>
  );
};
