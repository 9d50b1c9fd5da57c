import { useState, type ReactNode } from 'react';
import { useMay } from '../../session/use-session.js';
import { Following } from '../following.js';
import { CommandDrawer } from '../form/command-drawer.js';
import { Icon } from '../icon.js';
import { PageHead } from '../page-head.js';
import { useAddress } from '../use-address.js';
import { DeskTabs, type DeskConditions } from './desk-tabs.js';

/** What is begun on the page, which is also begun by its address. */
type Begin = {
  readonly right: string;
  /** The parameter of the address. */
  readonly param: string;
  readonly label: string;
  /** The command, and which of its optional fields are shown at once. */
  readonly command: string;
  readonly shown?: readonly string[];
};

type Props<Desk extends string> = {
  readonly title: string;
  /** What the tabs choose between. */
  readonly label: string;
  /** The path of the list, such as `/v1/tasks`. */
  readonly path: string;
  /** The first one is open unless the address says otherwise; the last one is of what has ended, and is not counted. */
  readonly desks: readonly [Desk, ...Desk[]];
  readonly name: (desk: Desk) => string;
  /** What its lines have in common; `undefined` where nothing is counted. */
  readonly conditionsOf: (desk: Desk) => DeskConditions | undefined;
  readonly begin?: Begin;
  /** The list of a desk. */
  readonly children: (desk: Desk) => ReactNode;
};

/** A page of desks: parts of one list, which follows what others do, and a form for something new. */
export const DeskPage = <Desk extends string>({ title, desks, begin, ...props }: Props<Desk>) => {
  const { label, path, name, conditionsOf, children } = props;
  const [params, setParams] = useAddress();
  const [first] = desks;
  const desk = desks.find((each) => each === params.get('desk')) ?? first;
  return (
    <>
      <PageHead title={title} actions={begin && <Beginning begin={begin} />} />
      <div className="page tight">
        <DeskTabs
          label={label}
          path={path}
          all={desks}
          open={desk}
          onOpen={(next) => setParams(next === first ? {} : { desk: next })}
          name={name}
          counted={(each) => (each === desks.at(-1) ? undefined : conditionsOf(each))}
        />
        <Following lists={[path]}>{children(desk)}</Following>
      </div>
    </>
  );
};

/** The main action, and the form that it opens. */
const Beginning = ({ begin: { right, param, label, command, shown = [] } }: { readonly begin: Begin }) => {
  const [[params], may] = [useAddress(), useMay()];
  const [isBegun, setBegun] = useState(params.get(param) !== null);
  return (
    <>
      {may(right) && (
        <button type="button" className="btn main-act" onClick={() => setBegun(true)}>
          <Icon name="plus" /> {label}
        </button>
      )}
      {isBegun && (
        <CommandDrawer name={command} shown={shown} onClose={() => setBegun(false)} onDone={() => undefined} />
      )}
    </>
  );
};
