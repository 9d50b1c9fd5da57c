import { useState } from 'react';
import type { Field } from '../../api/catalogue.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { MoreCommands } from '../../design/more-commands.js';
import { useListForm } from '../../design/list/use-list.js';
import { useMay, useSession } from '../../session/use-session.js';
import { useTake, type Complaint } from '../complaints/use-take.js';
import type { ShownProps } from './props.js';
import { useComplaintTexts } from './texts.js';

type Props = { readonly complaint: Complaint };

/** The fields of a command that are shown at once. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  EscalateComplaint: ['to', 'reason'],
  ResolveComplaint: ['rootCause', 'remedy'],
  RateSatisfaction: ['score', 'comment'],
  RespondToComplaint: ['channel', 'note'],
};

const whileOpen = ({ respondedAt, pausedSince }: Complaint, mayEscalate: boolean): readonly string[] => [
  ...(mayEscalate ? ['EscalateComplaint'] : []),
  ...(respondedAt === null ? ['RespondToComplaint'] : []),
  'CommentOnComplaint',
  'AssignComplaint',
  pausedSince === null ? 'PauseComplaint' : 'ResumeComplaint',
  'ChangeComplaint',
  'WithdrawComplaint',
];

/** What can be done with a complaint: at most three buttons with the main one last, and the others in a menu. */
export const Actions = ({ complaint, fields }: ShownProps) => {
  const [command, open] = useState<string>();
  const [t, may] = [useComplaintTexts(), useMay()];
  const higher = useHigherTiers(complaint);
  const { complaintId, status, revision } = complaint;
  if (!may('complaints.write') || status === 'withdrawn') return null;
  return (
    <>
      {status === 'open' ? (
        <>
          <MoreCommands names={whileOpen(complaint, higher !== undefined)} onChoose={open} />
          <Take complaint={complaint} />
          <button type="button" className="btn main-act" onClick={() => open('ResolveComplaint')}>
            {t('resolve')}
          </button>
        </>
      ) : (
        <Settled complaint={complaint} open={open} />
      )}
      {command && (
        <CommandDrawer
          key={command}
          name={command}
          fixed={{ complaintId }}
          record={{ revision, values: complaint, fields }}
          shown={SHOWN[command] ?? []}
          {...(command === 'EscalateComplaint' && higher && { fields: { to: { values: higher } } })}
          onClose={() => open(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};

const Take = ({ complaint }: Props) => {
  const [t, { userId }, { take, holderOf }] = [useComplaintTexts(), useSession(), useTake()];
  return holderOf(complaint)?.id === userId ? null : (
    <button type="button" className="btn" onClick={() => take(complaint)}>
      {t('take')}
    </button>
  );
};

const Settled = ({ complaint, open }: Props & { readonly open: (name: string) => void }) => {
  const t = useComplaintTexts();
  const isRated = complaint.satisfaction !== null;
  return (
    <>
      <button type="button" className={isRated ? 'btn main-act' : 'btn'} onClick={() => open('ReopenComplaint')}>
        {t('reopen')}
      </button>
      {!isRated && (
        <button type="button" className="btn main-act" onClick={() => open('RateSatisfaction')}>
          {t('rate')}
        </button>
      )}
    </>
  );
};

/** The tiers above the present one; `undefined` if there is none. */
const useHigherTiers = ({ tier }: Complaint): Field['values'] => {
  const form = useListForm('/v1/complaints');
  const all = form?.columns.find(({ name }) => name === 'tier')?.values ?? [];
  const higher = all.filter(({ value }) => Number(value) > tier);
  return higher.length > 0 ? higher : undefined;
};
