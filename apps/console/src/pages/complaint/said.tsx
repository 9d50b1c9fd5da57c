import { Value } from '../../design/list/cell.js';
import { Moment } from '../../design/moment.js';
import { Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { useNames } from '../../design/use-names.js';
import { useWords } from '../../words/language.js';
import type { ShownProps } from './props.js';
import { useComplaintTexts } from './texts.js';

/** What the customer said, what was done about it, and what was noted meanwhile. */
export const Said = ({ complaint, fields }: ShownProps) => {
  const [t, nameOf] = [useComplaintTexts(), useNames()];
  const { text, rootCause, comments } = complaint;
  return (
    <>
      <Section title={t('said')}>
        <p className="said">{text}</p>
      </Section>
      {rootCause !== null && <Resolution complaint={complaint} fields={fields} />}
      {comments.length > 0 && (
        <Section title={t('comments')}>
          <ul>
            {comments.map(({ commentId, text: comment, at, actor }) => (
              <li key={commentId} className="fact wide">
                <p className="said">{comment}</p>
                <p className="small faint">
                  {nameOf(actor)} · <Moment at={at} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const Resolution = ({ complaint: { rootCause, remedy, satisfaction }, fields }: ShownProps) => {
  const [t, word] = [useComplaintTexts(), useWords()];
  const labelOf = (name: string) => {
    const label = fields.find((each) => each.name === name)?.label;
    return label ? word(label) : name;
  };
  return (
    <Section title={t('resolution')}>
      <Facts>
        {Object.entries({ rootCause, remedy }).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{labelOf(name)}</dt>
            <dd>
              <Value value={value} field={{ name, kind: 'text' }} />
            </dd>
          </div>
        ))}
        {satisfaction && (
          <div className="fact">
            <dt>{labelOf('satisfaction')}</dt>
            <dd>
              {t('rating', { score: satisfaction.score })}
              {satisfaction.comment && <p className="muted">{satisfaction.comment}</p>}
            </dd>
          </div>
        )}
      </Facts>
    </Section>
  );
};
