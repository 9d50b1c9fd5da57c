import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useListForm } from '../../design/list/use-list.js';
import { MoreCommands } from '../../design/more-commands.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { Duplicates } from './duplicates.js';
import { nameOf } from './name.js';
import { useLeadsTexts } from './texts.js';

export type Lead = components['schemas']['NamedLead'];

/** A command for a lead of the list, with what was chosen for it. */
export type Act = {
  readonly command: string;
  readonly lead: Lead;
  readonly fixed?: Readonly<Record<string, unknown>>;
};

type Props = { readonly lead: Lead; readonly begin: (act: Act) => void };

const OTHERS: Readonly<Record<Lead['status'], readonly string[]>> = {
  new: ['ConvertLead', 'ConvertLeadForCustomer', 'AssignLead', 'ChangeLead', 'DisqualifyLead'],
  contacted: ['ConvertLead', 'ConvertLeadForCustomer', 'AssignLead', 'ChangeLead', 'DisqualifyLead'],
  disqualified: ['RecycleLead'],
  converted: [],
};

/** What can be done with a lead in its row. */
export const Acts = ({ lead, begin }: Props) => {
  const [t, may] = [useLeadsTexts(), useMay()];
  const act = (command: string) => begin({ command, lead });
  const [others, name] = [OTHERS[lead.status], nameOf(lead) ?? t('unnamed')];
  if (!may('leads.write') || others.length === 0) return null;
  return (
    <span className="row-acts">
      {others.length > 1 && (
        <button type="button" className="btn mini" onClick={() => act('ContactLead')}>
          {t('contact')} <span className="sr">: {name}</span>
        </button>
      )}
      <MoreCommands names={others} of={name} onChoose={act} />
    </span>
  );
};

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  ContactLead: ['channel', 'reached', 'summary'],
  ChangeLead: ['name', 'company', 'phones', 'emails', 'source', 'need'],
  DisqualifyLead: ['reason', 'note', 'recycleOn'],
  RecycleLead: ['note'],
  ConvertLead: ['kind', 'deal'],
  ConvertLeadForCustomer: ['addPerson', 'deal'],
};

const idsOf = ({ command, lead, fixed }: Act) => ({
  leadId: lead.leadId,
  ...(command === 'ContactLead' && { contactId: crypto.randomUUID() }),
  ...fixed,
});

type DrawerProps = Act & { readonly begin: (act: Act | undefined) => void };

/** The form of what was begun; before a conversion, the customers that the lead probably is already. */
export const ActDrawer = ({ begin, ...act }: DrawerProps) => {
  const fields = useListForm('/v1/leads')?.columns;
  const { command, lead } = act;
  const choose = (customerId: string) => begin({ command: 'ConvertLeadForCustomer', lead, fixed: { customerId } });
  return (
    fields && (
      <CommandDrawer
        name={command}
        fixed={idsOf(act)}
        record={{ revision: lead.revision, values: lead, fields }}
        shown={SHOWN[command] ?? []}
        before={() => command === 'ConvertLead' && <Duplicates lead={lead} choose={choose} />}
        onClose={() => begin(undefined)}
        onDone={() => undefined}
      />
    )
  );
};
