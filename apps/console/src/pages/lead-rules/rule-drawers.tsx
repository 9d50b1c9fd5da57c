import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useListForm } from '../../design/list/use-list.js';
import type { Rule } from './rule-cells.js';
import type { Act } from './switched.js';
import { useRuleFields } from './use-rule-fields.js';

const SHOWN = [
  ...['name', 'place', 'sources', 'regions', 'countries', 'languages', 'method', 'members'],
  ...['respondWithin', 'reassignments', 'escalateTo'],
];

type Closing = { readonly onClose: () => void };

/** The form of a new rule, which begins with one user. */
export const AddRule = ({ onClose }: Closing) => {
  const fields = useRuleFields('AddLeadRule', []);
  return (
    fields && (
      <CommandDrawer
        name="AddLeadRule"
        fields={fields}
        initial={{ method: 'round-robin', members: [{ capacity: '1' }] }}
        shown={SHOWN}
        onClose={onClose}
        onDone={() => undefined}
      />
    )
  );
};

/** The form of what was begun for a rule; that of a change has what the rule says now. */
export const RuleDrawer = ({ name, row, onClose }: Act<Rule> & Closing) => {
  const isChange = name === 'ChangeLeadRule';
  const columns = useListForm('/v1/lead-rules')?.columns;
  const fields = useRuleFields('ChangeLeadRule', idsIn(row));
  if (!columns || !fields) return null;
  return (
    <CommandDrawer
      name={name}
      fixed={{ ruleId: row.ruleId }}
      record={{ revision: row.revision, values: row, fields: columns }}
      {...(isChange && { fields, initial: initialOf(row), shown: SHOWN })}
      onClose={onClose}
      onDone={() => undefined}
    />
  );
};

const idsIn = ({ members, escalateTo }: Rule): readonly string[] => [
  ...members.map(({ userId }) => userId),
  ...(escalateTo === null ? [] : [escalateTo]),
];

const initialOf = (rule: Rule) => Object.fromEntries(Object.entries(rule).filter(([name]) => SHOWN.includes(name)));
