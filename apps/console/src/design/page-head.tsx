import type { ReactNode } from 'react';
import { Link } from 'react-router';

type Props = {
  readonly title: ReactNode;
  /** The page above, and what this one is called there. */
  readonly parent?: { readonly title: string; readonly to: string; readonly here: string };
  /** Below the title: what is known of the record at a glance. */
  readonly meta?: ReactNode;
  /** At most three buttons; the main one is the last. */
  readonly actions?: ReactNode;
};

/** One title, one main action a page. */
export const PageHead = ({ title, parent, meta, actions }: Props) => (
  <header className="page">
    <div className="head">
      <div>
        {parent && (
          <p className="crumb">
            <Link to={parent.to}>{parent.title}</Link> / <span>{parent.here}</span>
          </p>
        )}
        <h1>{title}</h1>
        {meta && <div className="meta">{meta}</div>}
      </div>
      {actions && <div className="acts">{actions}</div>}
    </div>
  </header>
);
