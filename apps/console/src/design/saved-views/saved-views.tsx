import { Popover } from 'antd';
import { useRef, useState } from 'react';
import type { ListForm } from '../../api/catalogue.js';
import { Icon } from '../icon.js';
import { useShortcuts } from '../keys.js';
import { useListForm } from '../list/use-list.js';
import { useProblemText } from '../states.js';
import { showToast } from '../toast.js';
import { useAddress } from '../use-address.js';
import { Asking, type Asked } from './asking.js';
import { useViewsTexts } from './texts.js';
import { useSavedViews, type KnownViews, type SavedView } from './use-saved-views.js';
import type { ViewAct } from './view-row.js';
import { isSameState, stateIn, type ViewState } from './view-state.js';
import { ViewsList } from './views-list.js';

/** A list whose views can be saved. */
export type Savable = {
  /** The path of its API, such as `/v1/customers`. */
  readonly path: string;
  /** The parameters of the page besides those of the list, such as its tab, that are saved, too. */
  readonly also?: readonly string[];
};

type Props = Savable & {
  /** Whether something is looked for that is not saved. */
  readonly hidesSome: boolean;
  /** Forgets what is looked for and stands in no address, as a view is opened. */
  readonly forget: () => void;
};

/** The saved views of a list, each a link, and what is shown now as a new one. */
export const SavedViews = (props: Props) => {
  const form = useListForm(props.path);
  return form ? <Views {...props} form={form} /> : null;
};

const Views = ({ form, path, also = [], hidesSome, forget }: Props & { readonly form: ListForm }) => {
  const [isOpen, setOpen] = useState(false);
  const [asked, ask] = useState<Asked>();
  const [t, [params], button] = [useViewsTexts(), useAddress(), useRef<HTMLButtonElement>(null)];
  const known = useSavedViews(path.replace('/v1/', ''));
  const replace = useReplace(known);
  const state = stateIn(params, form.filters, also);
  const shown = known.views.find((each) => isSameState(each.state, state));
  useShortcuts([{ key: 'v', does: { en: 'Saved views', zh: '已保存的视图' }, run: () => setOpen(true) }]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const begin = (next: Asked) => {
    setOpen(false);
    ask(next);
  };
  const act = (which: ViewAct, view: SavedView) => {
    if (which !== 'replace') return begin({ act: which, view });
    close();
    void replace(view, state);
  };
  const open = () => {
    close();
    forget();
  };
  const content = (
    <ViewsList {...{ known, state }} onOpen={open} onSave={() => begin({ act: 'save' })} onAct={act} onClose={close} />
  );
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        open={isOpen}
        onOpenChange={setOpen}
        content={content}
      >
        <button type="button" ref={button} className="btn saved-views" aria-haspopup="true" aria-expanded={isOpen}>
          <Icon name="star" /> <span className="name">{shown?.name ?? t('views')}</span> <Icon name="down" small />
        </button>
      </Popover>
      {asked && <Asking {...{ asked, known, state, hidesSome }} onClose={() => ask(undefined)} />}
    </>
  );
};

/** Puts what is shown in place of what a view had, and offers the reverse. */
const useReplace = (known: KnownViews) => {
  const [t, textOf] = [useViewsTexts(), useProblemText()];
  const put = async ({ viewId }: SavedView, state: ViewState, text: string, undo?: () => void) => {
    try {
      await known.change(viewId, { state });
      showToast({ text, ...(undo && { undo: { label: t('undo'), run: undo } }) });
    } catch (error) {
      showToast({ text: textOf(error) });
    }
  };
  return (view: SavedView, state: ViewState) => {
    const { name } = view;
    return put(view, state, t('replaced', { name }), () => void put(view, view.state, t('back', { name })));
  };
};
