import type { ReactNode } from 'react';

/** A section of a record with its heading. */
export const Section = ({
  title,
  aside,
  children,
}: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="sec">
    <div className="sec-h">
      <h2>{title}</h2>
      {aside && <span className="faint small">{aside}</span>}
    </div>
    {children}
  </section>
);
