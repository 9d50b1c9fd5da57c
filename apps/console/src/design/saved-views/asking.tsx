import { useMutation } from '@tanstack/react-query';
import { Confirm } from '../confirm.js';
import { showToast } from '../toast.js';
import { useViewsTexts } from './texts.js';
import type { KnownViews, SavedView } from './use-saved-views.js';
import { ViewForm } from './view-form.js';
import type { ViewState } from './view-state.js';

/** What a dialog asks: a view is saved anew without `view`. */
export type Asked = { readonly act: 'save' | 'rename' | 'delete'; readonly view?: SavedView };

type Props = {
  readonly asked: Asked;
  readonly known: KnownViews;
  readonly state: ViewState;
  readonly hidesSome: boolean;
  readonly onClose: () => void;
};

/** The dialog in which a view is named, or its end confirmed. */
export const Asking = ({ asked: { act, view }, known, state, hidesSome, onClose }: Props) => {
  const t = useViewsTexts();
  const told = (text: string) => showToast({ text });
  if (view && act === 'delete') return <Delete {...{ view, known, onClose }} />;
  if (view)
    return (
      <ViewForm
        title={t('renameTitle', { name: view.name })}
        initial={view}
        onSave={({ name, shared }) =>
          known.change(view.viewId, { name, shared }).then(() => told(t('saved', { name })))
        }
        onClose={onClose}
      />
    );
  return (
    <ViewForm
      title={t('saveTitle')}
      initial={{ name: '', shared: false }}
      note={hidesSome ? t('notKept') : undefined}
      onSave={(naming) => known.save({ ...naming, state }).then(() => told(t('saved', { name: naming.name })))}
      onClose={onClose}
    />
  );
};

const Delete = ({ view, known, onClose }: Pick<Props, 'known' | 'onClose'> & { readonly view: SavedView }) => {
  const t = useViewsTexts();
  const { name, shared } = view;
  const act = useMutation({
    mutationFn: () => known.remove(view.viewId),
    onSuccess: () => {
      showToast({ text: t('deleted', { name }) });
      onClose();
    },
  });
  return (
    <Confirm title={t('deleteTitle', { name })} action={t('deleteIt')} isDanger act={act} onClose={onClose}>
      {t(shared ? 'deleteShared' : 'deleteOwn')}
    </Confirm>
  );
};
