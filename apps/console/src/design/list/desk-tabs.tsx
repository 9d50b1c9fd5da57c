import { useLanguage } from '../../words/language.js';
import { number } from '../format.js';
import { Tabs } from '../tabs.js';
import { useListCount } from './use-list-count.js';

/** What the lines of a desk have in common, with their order in `sort`. */
export type DeskConditions = Readonly<Record<string, unknown>>;

type Props<Desk extends string> = {
  readonly label: string;
  /** The path of the list, such as `/v1/tasks`. */
  readonly path: string;
  readonly all: readonly Desk[];
  readonly open: Desk;
  readonly onOpen: (desk: Desk) => void;
  readonly name: (desk: Desk) => string;
  /** What is counted beside the name; `undefined` where nothing is. */
  readonly counted: (desk: Desk) => DeskConditions | undefined;
};

/** Parts of a list by what waits in them, each with how much that is. */
export const DeskTabs = <Desk extends string>({ path, name, counted, ...tabs }: Props<Desk>) => (
  <Tabs
    {...tabs}
    show={(desk) => {
      const conditions = counted(desk);
      return (
        <>
          {name(desk)} {conditions && <Count path={path} conditions={conditions} />}
        </>
      );
    }}
  />
);

const Count = ({
  path,
  conditions: { sort: _, ...conditions },
}: {
  readonly path: string;
  readonly conditions: DeskConditions;
}) => {
  const [count, language] = [useListCount(path, conditions), useLanguage()];
  return count === undefined ? null : <span className="c">{number(count, language)}</span>;
};
