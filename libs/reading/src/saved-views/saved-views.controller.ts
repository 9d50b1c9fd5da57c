import { RequestCaller } from '@annals/access';
import { Answers, Needs, QueryEndpoint, Summary, type Caller } from '@annals/http';
import { Body, Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewSavedView, SavedViewChange, SavedViewsForm } from './forms.js';
import type { SavedView, SavedViewList } from './saved-view-answer.js';
import { SavedViews } from './saved-views.js';

const EVERYBODY = 'signed-in';

/** Views of lists that users save for themselves, or share. */
@ApiTags('saved-views')
@Controller('v1/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @QueryEndpoint(
    '',
    { en: 'List your saved views of a list, then the shared ones', zh: '列出某列表的视图：先列自己的，再列共享的' },
    EVERYBODY,
    'SavedViewList',
  )
  list(@Query() { list }: SavedViewsForm, @RequestCaller() caller: Caller): Promise<SavedViewList> {
    return this.views.list(list, caller);
  }

  @Needs(EVERYBODY)
  @Post()
  @Answers('SavedView')
  @Summary(
    { en: 'Save filters, sort and columns of a list under a name', zh: '将列表的筛选、排序和列保存为视图' },
    {
      en: 'A user has at most 100 views of his or her own and 50 shared ones; all users together share at most 500.',
      zh: '每位用户最多保存 100 个自用视图和 50 个共享视图；全体用户最多共享 500 个。',
    },
  )
  save(@Body() form: NewSavedView, @RequestCaller() caller: Caller): Promise<SavedView> {
    return this.views.save(form, caller);
  }

  @Needs(EVERYBODY)
  @Post(':viewId/change')
  @HttpCode(200)
  @Answers('SavedView')
  @Summary({
    en: 'Rename a saved view of yours, replace what it shows, or share it',
    zh: '重命名、替换或共享自己的视图',
  })
  change(
    @Param('viewId') viewId: string,
    @Body() form: SavedViewChange,
    @RequestCaller() caller: Caller,
  ): Promise<SavedView> {
    return this.views.change(viewId, form, caller);
  }

  @Needs(EVERYBODY)
  @Delete(':viewId')
  @HttpCode(204)
  @Summary({
    en: 'Delete a saved view of yours, or with `saved-views.manage` any shared one',
    zh: '删除自己的视图；拥有 `saved-views.manage` 权限时可删除任何共享视图',
  })
  async remove(@Param('viewId') viewId: string, @RequestCaller() caller: Caller): Promise<void> {
    await this.views.remove(viewId, caller);
  }
}
