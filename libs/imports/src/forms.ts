import { Fits } from '@annals/command-bus/forms';
import { atMost, field } from '@annals/contracts-values';
import { Example, Labelled } from '@annals/http';
import { IsBoolean, IsOptional } from 'class-validator';
import { z } from 'zod';

const short = z.string().min(1).max(50);

const format = z.strictObject({
  encoding: field(short, { en: 'Encoding', zh: '编码' }, { example: 'gbk' }).optional(),
  delimiter: field(z.enum([',', ';', '\t', '|']), { en: 'Delimiter', zh: '分隔符' }, { example: ';' }).optional(),
  decimal: field(z.enum(['.', ',']), { en: 'Decimal sign', zh: '小数点' }, { example: ',' }).optional(),
  thousands: field(
    z.enum(['.', ',', ' ', "'"]),
    { en: 'Sign between thousands', zh: '千位分隔符' },
    { example: '.' },
  ).optional(),
  dates: field(
    z.array(short).min(1).max(10),
    { en: 'Formats of dates', zh: '日期格式' },
    { example: ['dd.MM.yyyy'] },
  ).optional(),
});

const column = z.strictObject({
  column: field(z.string().min(1).max(500), { en: 'Column', zh: '列' }, { example: 'City' }),
  target: field(
    z.string().min(1).max(200).nullable(),
    { en: 'Field', zh: '字段' },
    {
      example: 'geographic.city',
      description: {
        en: 'The path of a field, or a free value such as `attributes.note`; `null` to leave the column out.',
        zh: '字段路径，或自定义属性（例如 `attributes.note`）；`null` 表示不导入该列。',
      },
    },
  ),
});

const constants = atMost(20, z.record(z.string().max(100), z.json()));

/** What the caller has decided of the preview of a file; the rest is suggested. */
export class PreviewForm {
  @Fits(field(format, { en: 'Format', zh: '格式' }, { example: { encoding: 'gbk' } }).optional())
  readonly format?: z.infer<typeof format>;

  @Fits(
    field(
      z.array(column).max(500),
      { en: 'Columns', zh: '列' },
      { example: [{ column: 'City', target: 'geographic.city' }] },
    ).optional(),
  )
  readonly columns?: readonly z.infer<typeof column>[];

  /** By the paths of fields that no column has. */
  @Fits(
    field(
      constants,
      { en: 'Values of all rows', zh: '各行共有的值' },
      { example: { kind: 'organisation', roles: ['end-customer'] } },
    ).optional(),
  )
  readonly constants?: z.infer<typeof constants>;

  /** The same name makes the same customers again. */
  @Fits(
    field(
      z.string().min(1).max(100),
      { en: 'Name of the mapping', zh: '映射名称' },
      { example: 'customers' },
    ).optional(),
  )
  readonly name?: string;
}

/** How a run treats rows. */
export class RunForm {
  /** Decides on every row and stores nothing. */
  @IsOptional() @IsBoolean() @Example(true) @Labelled({ en: 'Dry run', zh: '试运行' }) readonly dryRun?: boolean;

  /** Changes what an earlier import stored, where the rows now say something else. */
  @IsOptional() @IsBoolean() @Example(true) @Labelled({ en: 'Update', zh: '更新' }) readonly update?: boolean;
}

const files = atMost(20, z.record(z.string().max(100), z.string().max(100)));
const mapping = atMost(10, z.record(z.string().max(100), z.json()));

const A_MAPPING = {
  name: 'customers',
  files: { rows: {} },
  steps: [
    {
      ...{ name: 'register', file: 'rows', command: 'RegisterCustomer', key: 'No' },
      fields: { customerId: 'No', kind: { constant: 'person' }, roles: { constant: ['prospect'] }, name: 'Name' },
    },
  ],
};

export class StartForm extends RunForm {
  /** The ids of the uploads, by the names of the files in the mapping. */
  @Fits(field(files, { en: 'Files', zh: '文件' }, { example: { rows: '5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7' } }))
  readonly files!: z.infer<typeof files>;

  @Fits(
    field(
      mapping,
      { en: 'Mapping', zh: '映射' },
      {
        example: A_MAPPING,
        description: {
          en: 'As in a mapping file, but without `replace`: see `infra/samples/mapping.schema.json`.',
          zh: '与映射文件相同，但不含 `replace`，参见 `infra/samples/mapping.schema.json`。',
        },
      },
    ),
  )
  readonly mapping!: z.infer<typeof mapping>;
}

export class UndoForm {
  /** Tells what would become of each record, without storing anything. */
  @IsOptional() @IsBoolean() @Example(true) @Labelled({ en: 'Dry run', zh: '试运行' }) readonly dryRun?: boolean;
}
