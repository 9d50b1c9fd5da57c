import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useOperationTexts } from './operation-texts.js';

const WORDS = {
  'Projections.rebuild': { title: 'rebuildOf', action: 'rebuild', why: 'rebuildWhy' },
  'Projections.rollBack': { title: 'rollBackOf', action: 'rollBack', why: 'rollBackWhy' },
  'Projections.retry': { title: 'retryOf', action: 'retry', why: 'retryWhy' },
  'Projections.skip': { title: 'skipOf', action: 'skip', why: 'skipWhy' },
} as const;

type Props = {
  readonly name: keyof typeof WORDS;
  /** The view, or what it has parked. */
  readonly of: string;
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
};

/** Asks for the reason of an act on a view, or on what it has parked. */
export const ActDrawer = ({ name, of, fixed, onClose }: Props) => {
  const t = useOperationTexts();
  const { title, action, why } = WORDS[name];
  return (
    <CommandDrawer<unknown>
      name={name}
      title={t(title, { of })}
      action={t(action)}
      fixed={fixed}
      shown={['reason']}
      before={() => <p className="muted">{t(why)}</p>}
      onClose={onClose}
      onDone={() => undefined}
    />
  );
};
