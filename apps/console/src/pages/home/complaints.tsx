import { addressOf } from '../../design/addresses.js';
import { day, time } from '../../design/dates.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { Left } from './left.js';
import { Line, Section } from './section.js';
import { useHomeTexts } from './texts.js';
import { useLines } from './use-lines.js';
import type { Whose } from './use-whose.js';

type Row = components['schemas']['NamedComplaint'];

/** Open complaints, those first that are due first. */
export const ComplaintsDue = ({ whose: { userId, isTeam } }: { readonly whose: Whose }) => {
  const t = useHomeTexts();
  const whose = isTeam ? {} : { assignee: userId };
  const found = useLines<Row>('/v1/complaints', { ...whose, status: 'open', sort: 'dueAt' });
  return (
    <Section
      title={t('complaints')}
      none={t(isTeam ? 'noComplaintsOfAll' : 'noComplaints')}
      to={`/complaints?${new URLSearchParams({ ...whose, status: 'open', sort: 'dueAt' }).toString()}`}
      found={found}
    >
      {(row) => <Due key={row.complaintId} row={row} isTeam={isTeam} />}
    </Section>
  );
};

const Due = ({ row, isTeam }: { readonly row: Row; readonly isTeam: boolean }) => {
  const [t, language] = [useHomeTexts(), useLanguage()];
  const { complaintId, subject, customerName, customerId, assignee, dueAt, pausedSince, category } = row;
  const who = assignee?.name ?? assignee?.id ?? t('unassigned');
  return (
    <Line
      lead={pausedSince === null ? <Left dueAt={dueAt} /> : t('paused')}
      under={t('due', { at: `${day(dueAt, language, true)} ${time(dueAt)}` })}
      to={addressOf.complaint(complaintId)}
      title={subject}
      about={customerName ?? customerId}
      side={<HowSevere severity={row.severity} />}
      sideUnder={isTeam ? who : category}
    />
  );
};

const HowSevere = ({ severity }: { readonly severity: string }) => {
  const isSerious = severity === 'high' || severity === 'critical';
  return <span className={isSerious ? 'strong' : 'muted'}>{useValueWords()('CustomerViewSeverity', severity)}</span>;
};
