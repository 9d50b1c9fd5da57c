import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useListForm } from '../../design/list/use-list.js';
import { MoreCommands } from '../../design/more-commands.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { useTasksTexts } from './texts.js';

export type Task = components['schemas']['NamedTask'];

/** A command for a task of the list. */
export type Act = { readonly command: string; readonly task: Task };

type Props = { readonly task: Task; readonly begin: (act: Act) => void };

/** What can be done with a task in its row. */
export const Acts = ({ task, begin }: Props) => {
  const [t, may] = [useTasksTexts(), useMay()];
  const act = (command: string) => begin({ command, task });
  if (!may('tasks.write')) return null;
  const others = task.status === 'open' ? ['ChangeTask', 'AssignTask', 'CancelTask'] : ['ReopenTask'];
  return (
    <span className="row-acts">
      {task.status === 'open' && (
        <button type="button" className="btn mini" onClick={() => act('CompleteTask')}>
          {t('complete')} <span className="sr">: {task.subject}</span>
        </button>
      )}
      <MoreCommands names={others} of={task.subject} onChoose={act} />
    </span>
  );
};

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  CompleteTask: ['result'],
  ChangeTask: ['subject', 'dueAt', 'remindAt', 'kind'],
};

/** The form of what was begun. */
export const ActDrawer = ({ command, task, onClose }: Act & { readonly onClose: () => void }) => {
  const fields = useListForm('/v1/tasks')?.columns;
  return (
    fields && (
      <CommandDrawer
        name={command}
        fixed={{ taskId: task.taskId }}
        record={{ revision: task.revision, values: task, fields }}
        shown={SHOWN[command] ?? []}
        onClose={onClose}
        onDone={() => undefined}
      />
    )
  );
};
