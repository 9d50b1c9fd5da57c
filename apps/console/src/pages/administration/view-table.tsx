import { number } from '../../design/format.js';
import { PlainTable } from '../../design/plain-table.js';
import { useLanguage } from '../../words/language.js';
import { useOperationTexts } from './operation-texts.js';
import { Name, Parked, Rebuild, State, Lag } from './view-cells.js';
import type { View, ViewAct } from './view.js';

type Props = {
  readonly views: readonly View[];
  readonly begin: (act: ViewAct) => void;
  readonly look: (projection: string) => void;
};

/** Each view with its state, how far it is behind, what it has parked and its last rebuild. */
export const ViewTable = ({ views, begin, look }: Props) => {
  const [t, language] = [useOperationTexts(), useLanguage()];
  return (
    <PlainTable
      label={t('views')}
      rows={views}
      idOf={({ name }) => name}
      columns={[
        { label: t('view'), phone: 'wide', width: '24%', show: (view) => <Name view={view} /> },
        { label: t('state'), show: (view) => <State view={view} /> },
        { label: t('lag'), isFigure: true, phone: 'off', show: ({ lag: { events } }) => <Lag events={events} /> },
        {
          label: t('position'),
          isFigure: true,
          phone: 'off',
          show: ({ position }) => number(position, language),
        },
        {
          label: t('parked'),
          isFigure: true,
          phone: 'off',
          show: ({ name, parked }) => <Parked name={name} parked={parked} look={look} />,
        },
        {
          label: t('lastRebuild'),
          isFigure: true,
          phone: 'off',
          width: '20%',
          show: (view) => <Rebuild view={view} />,
        },
        {
          label: t('actions'),
          isFigure: true,
          width: '208px',
          show: ({ name, previous, parked }) => (
            <span className="row-acts">
              {parked > 0 && (
                <button type="button" className="btn mini only-s" onClick={() => look(name)}>
                  {t('parkedCount', { count: parked })}
                </button>
              )}
              {previous !== undefined && (
                <button
                  type="button"
                  className="btn mini"
                  onClick={() => begin({ name: 'Projections.rollBack', projection: name })}
                >
                  {t('rollBack')}
                  <span className="sr">: {name}</span>
                </button>
              )}
              <button
                type="button"
                className="btn mini"
                onClick={() => begin({ name: 'Projections.rebuild', projection: name })}
              >
                {t('rebuild')}
                <span className="sr">: {name}</span>
              </button>
            </span>
          ),
        },
      ]}
    />
  );
};
