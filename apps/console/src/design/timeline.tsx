import type { ReactNode } from 'react';
import { useLanguage } from '../words/language.js';
import { day, instant, month, time } from './dates.js';
import { Icon, type IconName } from './icon.js';

/** A line of a timeline. */
export type TimelineItem = {
  readonly id: string;
  readonly at: string;
  readonly icon: IconName;
  readonly text: ReactNode;
  /** Who, or what else is said in small letters. */
  readonly aside?: ReactNode;
  readonly tone?: 'good' | 'bad' | undefined;
  /** It came while the page was open. */
  readonly isNew?: boolean;
};

type Props = {
  /** Newest first. */
  readonly items: readonly TimelineItem[];
  /** The one that is open: one at a time. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  /** What an open one shows. */
  readonly detail: (id: string) => ReactNode;
};

/** Events by month, each openable. */
export const Timeline = ({ items, ...rest }: Props) => {
  const language = useLanguage();
  const months = Map.groupBy(items, ({ at }) => month(at, language));
  return (
    <div className="tl">
      {[...months].map(([name, of]) => (
        <section key={name} aria-label={name}>
          <h3 className="mon">{name}</h3>
          <ol>
            {of.map((item) => (
              <Line key={item.id} item={item} {...rest} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};

const isToday = (at: string) => new Date(at).toDateString() === new Date().toDateString();

const Line = ({
  item: { id, at, icon, text, aside, tone, isNew = false },
  open,
  onOpen,
  detail,
}: Omit<Props, 'items'> & { readonly item: TimelineItem }) => {
  const language = useLanguage();
  const isOpen = open === id;
  return (
    <li className={`ev ${tone ?? ''} ${isNew ? 'new' : ''}`} id={`event-${id}`}>
      <time className="when" dateTime={at} title={instant(at, language)}>
        {isToday(at) ? time(at) : day(at, language, true)}
      </time>
      <span className="node">
        <Icon name={icon} />
      </span>
      <div className="body">
        <button type="button" className="sum" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? undefined : id)}>
          <b>{text}</b> {aside && <span className="d">{aside}</span>}
        </button>
        {isOpen && <div className="open-ev">{detail(id)}</div>}
      </div>
    </li>
  );
};
