import { CommandDrawer } from '../../design/form/command-drawer.js';
import { ActDrawer } from './act-drawer.js';
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

/** The form of what was begun for a rule. */
export const RuleDrawer = (props: Act<Rule> & Closing) => {
  const { ruleId, ...rule } = props.row;
  const fields = useRuleFields('ChangeLeadRule', idsIn(rule));
  return (
    fields && (
      <ActDrawer
        {...props}
        path="/v1/lead-rules"
        fixed={{ ruleId }}
        change={{ name: 'ChangeLeadRule', fields }}
        shown={SHOWN}
      />
    )
  );
};

const idsIn = ({ members, escalateTo }: Pick<Rule, 'members' | 'escalateTo'>): readonly string[] => [
  ...members.map(({ userId }) => userId),
  ...(escalateTo === null ? [] : [escalateTo]),
];
