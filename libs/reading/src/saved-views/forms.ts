import { Fits } from '@annals/command-bus/forms';
import { field } from '@annals/contracts-values';
import { z } from 'zod';
import { isShared, viewName, viewState, type ViewState } from './saved-view.js';

const list = field(
  z.string().min(1).max(100),
  { en: 'List', zh: '列表' },
  {
    example: 'customers',
    description: {
      en: 'The path of the list below `/v1/`.',
      zh: '列表在 `/v1/` 之下的路径。',
    },
  },
);

export class SavedViewsForm {
  @Fits(list) readonly list!: string;
}

export class NewSavedView {
  @Fits(list) readonly list!: string;
  @Fits(viewName) readonly name!: string;
  @Fits(isShared) readonly shared!: boolean;
  @Fits(viewState) readonly state!: ViewState;
}

/** What is left out stays. */
export class SavedViewChange {
  @Fits(viewName.optional()) readonly name?: string;
  @Fits(isShared.optional()) readonly shared?: boolean;
  @Fits(viewState.optional()) readonly state?: ViewState;
}
