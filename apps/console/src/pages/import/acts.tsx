import { useState } from 'react';
import { Confirm } from '../../design/confirm.js';
import { Icon } from '../../design/icon.js';
import { useMay } from '../../session/use-session.js';
import { useImportTexts } from './texts.js';
import { isOpen, type Act, type Import, type Task, type useAct } from './use-import.js';

type Asking = ReturnType<typeof useAct>;
type Props = { readonly of: Import; readonly asking: Asking };

/** The main thing that can be done next. */
const nextOf = ({
  task,
  finishedAt,
}: Import): { readonly act: Act; readonly text: 'start' | 'resume' | 'again' } | undefined => {
  if (!task) return undefined;
  if (isAgain(task)) return { act: task.kind, text: 'resume' };
  if (task.kind === 'dry-run' && task.state === 'finished') return { act: 'run', text: 'start' };
  return finishedAt === null ? { act: 'run', text: 'start' } : { act: 'run', text: 'again' };
};

const isAgain = ({ state }: Task) => state === 'paused';

/** What can be done with an import: pause or go on, run it, undo it. */
export const Acts = ({ of, asking }: Props) => {
  const may = useMay();
  if (!may('imports.run')) return null;
  return isOpen(of.task) ? <Pause of={of} asking={asking} /> : <Next of={of} asking={asking} />;
};

const Pause = ({ of: { task }, asking }: Props) => {
  const t = useImportTexts();
  return (
    <button
      type="button"
      className="btn"
      disabled={asking.isPending || task?.pausing === true}
      onClick={() => asking.mutate('pause')}
    >
      <Icon name="pause" /> {t('pause')}
    </button>
  );
};

const Next = ({ of, asking }: Props) => {
  const t = useImportTexts();
  const next = nextOf(of);
  const isPaused = of.task !== null && isAgain(of.task);
  return (
    <>
      {of.finishedAt !== null && !isPaused && <Undo asking={asking} />}
      {next && (
        <button
          type="button"
          className="btn main-act"
          disabled={asking.isPending}
          onClick={() => asking.mutate(next.act)}
        >
          <Icon name="play" /> {t(next.text)}
        </button>
      )}
    </>
  );
};

const Undo = ({ asking }: Pick<Props, 'asking'>) => {
  const [isAsked, ask] = useState(false);
  const t = useImportTexts();
  const act = {
    ...asking,
    mutate: () => {
      asking.mutate('undo');
      ask(false);
    },
  };
  return (
    <>
      <button type="button" className="btn" disabled={asking.isPending} onClick={() => asking.mutate('dry-undo')}>
        {t('tryUndo')}
      </button>
      <button type="button" className="btn" disabled={asking.isPending} onClick={() => ask(true)}>
        {t('undoNow')}
      </button>
      {isAsked && (
        <Confirm title={t('undoTitle')} action={t('undoNow')} isDanger act={act} onClose={() => ask(false)}>
          {t('undoWhy')}
        </Confirm>
      )}
    </>
  );
};
