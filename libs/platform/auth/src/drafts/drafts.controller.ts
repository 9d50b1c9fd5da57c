import { Fits } from '@annals/command-bus/forms';
import { atMost, field } from '@annals/contracts-values';
import { Answers, Needs, Summary } from '@annals/http';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { KnownRequest } from '../access.guard.js';
import { expectForm, expectValues, type DraftForms } from './draft-form.js';
import { Drafts, type FormDraft } from './drafts.js';

/** Provider token of the forms that can have drafts: `DraftForms`. */
export const DRAFT_FORMS = Symbol('DraftForms');

/** `draft` is `null` if there is none. */
export type FormDraftAnswer = { readonly draft: FormDraft | null };

const values = atMost(200, z.record(z.string().max(100), z.json()));

const OLDER = {
  en: 'Of the record, as it was shown when the user began; the draft returns it.',
  zh: '用户开始填写时所显示记录的版本号，随草稿一并返回。',
};

export class DraftToSave {
  @Fits(
    field(
      values,
      { en: 'Values', zh: '内容' },
      {
        example: { channel: 'phone', summary: 'Asked for a quo' },
        description: {
          en: 'By the names of the fields of the form, as they were entered: they are not checked. At most 65,536 bytes as JSON.',
          zh: '按表单字段名给出，原样保存，不作校验。JSON 不超过 65,536 字节。',
        },
      },
    ),
  )
  readonly values!: z.infer<typeof values>;

  @Fits(field(z.int().min(0).nullish(), { en: 'Revision', zh: '版本号' }, { example: 3, description: OLDER }))
  readonly revision?: number | null;
}

const OWN = {
  en: 'A draft is what you have entered into the form of a command and not sent yet. Only you can read it. It is deleted `DRAFT_DAYS` after it was last saved, and with the 51st draft the oldest one.',
  zh: '草稿是您在命令表单中已填写但尚未提交的内容，只有您本人可以读取。最后一次保存 `DRAFT_DAYS` 天后自动删除；超过 50 份时删除最早的一份。',
};

/** The drafts of the caller. */
@ApiTags('session')
@Controller('v1/me/drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    @Inject(DRAFT_FORMS) private readonly forms: DraftForms,
  ) {}

  @Needs('signed-in')
  @Get(':form')
  @Answers('FormDraftAnswer')
  @Summary({ en: 'Get your draft of a form', zh: '查看自己的表单草稿' }, OWN)
  async find(@Param('form') form: string, @Req() { user }: KnownRequest): Promise<FormDraftAnswer> {
    expectForm(this.forms, form);
    return { draft: await this.drafts.find(user.id, form) };
  }

  @Needs('signed-in')
  @Put(':form')
  @Answers('FormDraft')
  @Summary({ en: 'Save your draft of a form, in place of the one before', zh: '保存自己的表单草稿，替换原有草稿' }, OWN)
  save(
    @Param('form') form: string,
    @Body() { values: entered, revision = null }: DraftToSave,
    @Req() { user }: KnownRequest,
  ): Promise<FormDraft> {
    expectValues(this.forms, form, entered);
    return this.drafts.save(user.id, form, { values: entered, revision });
  }

  @Needs('signed-in')
  @Delete(':form')
  @HttpCode(204)
  @Summary({ en: 'Discard your draft of a form', zh: '放弃自己的表单草稿' })
  async discard(@Param('form') form: string, @Req() { user }: KnownRequest): Promise<void> {
    expectForm(this.forms, form);
    await this.drafts.delete(user.id, form);
  }
}
