import { useState } from 'react';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { Icon } from '../../design/icon.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { BEGINS, CommandOf, type Begun } from './unit-commands.js';
import { useOrganisationTexts } from './organisation-texts.js';
import { UnitTable } from './unit-table.js';
import { choicesOf, departmentsIn, positionsIn, regionsIn, useTree, type PlacedUnit, type Tree } from './units.js';

type Part = 'departments' | 'regions' | 'positions';

const rowsOf = (tree: Tree): Readonly<Record<Part, readonly PlacedUnit[]>> => ({
  departments: departmentsIn(tree.departments),
  regions: regionsIn(tree.regions),
  positions: positionsIn(tree.positions),
});

/** Departments with their teams, regions and positions. */
export const Organisation = () => {
  const [begun, begin] = useState<Begun>();
  const [isOpening, open] = useState<Part>();
  const [t, { data: tree, error, refetch }] = [useOrganisationTexts(), useTree()];
  if (!tree) return error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <SkeletonLines count={8} />;
  const rows = rowsOf(tree);
  return (
    <>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {(['departments', 'regions', 'positions'] as const).map((part) => (
        <section key={part} className="sec part">
          <div className="sec-h">
            <h2>{t(part)}</h2>
            <button type="button" className="btn" onClick={() => open(part)}>
              <Icon name="plus" /> {t(`open-${part}`)}
            </button>
          </div>
          {rows[part].length === 0 ? (
            <p className="muted">{t(`none-${part}`)}</p>
          ) : (
            <UnitTable label={t(part)} rows={rows[part]} begin={begin} />
          )}
        </section>
      ))}
      {isOpening && (
        <CommandDrawer
          name={BEGINS[isOpening]}
          action={t(`open-${isOpening}`)}
          shown={['name', 'parentId']}
          fields={{ parentId: choicesOf(tree, isOpening === 'regions' ? 'region' : 'department') }}
          onClose={() => open(undefined)}
          onDone={() => undefined}
        />
      )}
      {begun && <CommandOf begun={begun} tree={tree} onClose={() => begin(undefined)} />}
    </>
  );
};
