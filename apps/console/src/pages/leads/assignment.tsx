import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Clock } from '../../design/clock.js';
import { instant } from '../../design/dates.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useNames } from '../../design/use-names.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { useAssignmentTexts } from './assignment-texts.js';

type Lead = components['schemas']['NamedLead'];
type Reason = components['schemas']['Assignment'];

/** Until when a lead has to be answered, if anybody waits for that. */
export const Due = ({ lead: { status, respondBy } }: { readonly lead: Lead }) =>
  status === 'new' && respondBy !== null ? <Clock dueAt={respondBy} overdueSince={null} pausedSince={null} /> : null;

/** Why a lead has its owner, and until when it has to be answered. */
export const Assignment = ({ lead }: { readonly lead: Lead }) => {
  const t = useAssignmentTexts();
  const { owner, assignment } = lead;
  return (
    <Section title={t('assignment')}>
      {assignment === null ? (
        <p className="small muted">{t(owner === null ? 'nobody' : 'byUser')}</p>
      ) : (
        <Reasons lead={lead} assignment={assignment} />
      )}
    </Section>
  );
};

type ReasonsProps = { readonly lead: Lead; readonly assignment: Reason };

const Reasons = ({ lead, assignment }: ReasonsProps) => {
  const [t, word, may] = [useAssignmentTexts(), useValueWords(), useMay()];
  const language = useLanguage();
  const { rule, method, attempt, considered } = assignment;
  const { owner, status, respondBy } = lead;
  return (
    <dl className="facts">
      <Line label={t('rule')}>
        {may('leads.manage') ? (
          <Link className="figure" to="/lead-rules">
            {rule}
          </Link>
        ) : (
          rule
        )}
      </Line>
      <Line label={t('method')}>{word('Method', method)}</Line>
      <Line label={t('attempt')}>{t('attemptOf', { attempt })}</Line>
      {status === 'new' && respondBy !== null && (
        <Line label={t('respondBy')}>
          {instant(respondBy, language)} · <Due lead={lead} />
        </Line>
      )}
      <Line label={t('considered')} isWide>
        <Escalated {...lead} />
        <ul className="todo">
          {considered.map((each) => (
            <Candidate key={each.userId} user={each} of={assignment} ownerId={owner?.id} />
          ))}
        </ul>
      </Line>
    </dl>
  );
};

type LineProps = { readonly label: string; readonly isWide?: boolean; readonly children: ReactNode };

const Line = ({ label, isWide = false, children }: LineProps) => (
  <div className={isWide ? 'fact wide' : 'fact'}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Who got the lead in the end because no user answered it. */
const Escalated = ({ assignment, owner }: Pick<Lead, 'assignment' | 'owner'>) => {
  const [t, nameOf] = [useAssignmentTexts(), useNames()];
  if (!assignment?.escalated || !owner) return null;
  return <p className="notice small">{t('escalated', { name: owner.name ?? nameOf(owner.id) })}</p>;
};

type CandidateProps = {
  readonly user: Reason['considered'][number];
  readonly of: Reason;
  readonly ownerId: string | undefined;
};

/** A user of the rule with what was compared, and whether it chose the user, or why not. */
const Candidate = ({ user, of: { method, escalated }, ownerId }: CandidateProps) => {
  const [t, word, nameOf] = [useAssignmentTexts(), useValueWords(), useNames()];
  const { userId, capacity, turns, open, passedOver } = user;
  const isChosen = !escalated && userId === ownerId;
  const later = t(escalated ? 'usedUp' : 'later');
  const why = passedOver === null ? later : word('PassedOver', passedOver);
  return (
    <li>
      <Icon name={isChosen ? 'check' : 'user'} />
      <span>
        {nameOf(userId)}
        <span className="small faint say">
          {method === 'round-robin' ? t('turns', { count: turns, capacity }) : t('open', { count: open })}
        </span>
      </span>
      <span className={isChosen ? 'good' : 'muted'}>{isChosen ? t('chosen') : why}</span>
    </li>
  );
};
