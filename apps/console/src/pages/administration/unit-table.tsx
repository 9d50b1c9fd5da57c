import { Link } from 'react-router';
import { number } from '../../design/format.js';
import { MoreCommands } from '../../design/more-commands.js';
import { PlainTable } from '../../design/plain-table.js';
import { useLanguage } from '../../words/language.js';
import { useOrganisationTexts } from './organisation-texts.js';
import { COMMANDS, type Begun } from './unit-commands.js';
import type { PlacedUnit } from './units.js';

const DEEPEST = 3; // levels that are set off

type Props = {
  readonly label: string;
  readonly rows: readonly PlacedUnit[];
  readonly begin: (begun: Begun) => void;
};

/** Units in their places, each with its members and what can be done with it. */
export const UnitTable = ({ label, rows, begin }: Props) => {
  const [t, language] = [useOrganisationTexts(), useLanguage()];
  return (
    <PlainTable
      label={label}
      rows={rows}
      idOf={({ kind, unit: { id } }) => `${kind}/${id}`}
      columns={[
        {
          label: t('name'),
          show: ({ kind, unit: { name, id, members }, depth }) => (
            <span className={`tree-${Math.min(depth, DEEPEST)}`}>
              <span className={kind === 'team' ? undefined : 'strong'}>{name}</span>{' '}
              <span className="small faint">{kind === 'team' ? `${t('team')} · ${id}` : id}</span>
              {members > 0 && (
                <span className="only-s say small muted">
                  {t('memberCount', { count: members, number: number(members, language) })}
                </span>
              )}
            </span>
          ),
        },
        {
          label: t('members'),
          isFigure: true,
          phone: 'off',
          width: '120px',
          show: ({ kind, unit: { id, members } }) =>
            members === 0 ? (
              <span className="faint">{t('noMembers')}</span>
            ) : (
              <Link className="figure" to={`/administration?${new URLSearchParams({ [kind]: id }).toString()}`}>
                {t('memberCount', { count: members, number: number(members, language) })}
              </Link>
            ),
        },
        {
          label: t('actions'),
          isFigure: true,
          width: '120px',
          show: (placed) => (
            <MoreCommands
              names={COMMANDS[placed.kind]}
              of={placed.unit.name}
              onChoose={(name) => begin({ name, placed })}
            />
          ),
        },
      ]}
    />
  );
};
