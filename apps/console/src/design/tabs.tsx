import type { ReactNode } from 'react';

type Props<Tab extends string> = {
  readonly label: string;
  readonly all: readonly Tab[];
  readonly open: Tab;
  readonly onOpen: (tab: Tab) => void;
  readonly show: (tab: Tab) => ReactNode;
};

/** The parts of a page, of which one is open. */
export const Tabs = <Tab extends string>({ label, all, open, onOpen, show }: Props<Tab>) => (
  <div className="views" role="group" aria-label={label}>
    {all.map((each) => (
      <button key={each} type="button" aria-current={each === open ? 'true' : undefined} onClick={() => onOpen(each)}>
        {show(each)}
      </button>
    ))}
  </div>
);
