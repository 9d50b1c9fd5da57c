import {
  assign,
  columnsOf,
  mappingOf,
  MappingError,
  sampleOf,
  type Assigned,
  type Mapping,
  type Sample,
  type Target,
  type Wanted,
} from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { constantsIn } from './constants.js';
import { customerFile, REGISTER, usualConstants } from './customer-file.js';
import { expectPossible } from './expect-possible.js';
import { fieldsIn } from './given-mapping.js';
import { Uploads } from './uploads.js';
import type { PreviewForm } from './forms.js';
import { nameFor } from './mapping-name.js';
import type { ImportColumn, ImportFormat, ImportPreview } from './preview-answer.js';

const ROWS = 20;
const EXAMPLES = 5;
const LONGEST = 200; // characters of a cell

/** What files of customers have, and what becomes of it. */
@Injectable()
export class Previews {
  private readonly form;

  constructor(
    private readonly uploads: Uploads,
    @Inject(CATALOGUE) catalogue: Pick<Catalogue, 'commands'>,
  ) {
    this.form = catalogue.commands.get(REGISTER)!.command;
  }

  /** Throws `ValidationFailed` for what the caller has decided and is not possible, and for a file that is no table. */
  async of(fileId: string, { format, columns = [], constants, name }: PreviewForm): Promise<ImportPreview> {
    const { bytes, name: file } = await this.uploads.find(fileId);
    const sample = await this.sample(fileId, format);
    const wanted = customerFile(this.form, nameFor(name, file));
    const decided = new Map(columns.map(({ column, target }) => [column, target ?? null]));
    expectPossible(sample, decided, wanted);
    const assigned = assign(sample, wanted, decided);
    const common = { ...usualConstants(assigned), ...constantsIn(constants, wanted.targets) };
    const { mapping, missing } = mapped(sample, assigned, { ...wanted, constants: common });
    return {
      ...{ fileId, name: file, bytes, format: shown(sample), columns: described(sample, assigned) },
      rows: sample.rows.slice(0, ROWS).map((row) => row.map(short)),
      targets: wanted.targets.map(({ path, label, group, kind, values, isRequired }) => ({
        ...{ path, label, group, kind, choices: values && choicesOf(values) },
        required: isRequired,
      })),
      ...{ constants: common, missing, mapping },
    };
  }

  private async sample(fileId: string, format: PreviewForm['format']): Promise<Sample> {
    const source = await this.uploads.source(fileId);
    try {
      return await sampleOf(source, format);
    } catch (error) {
      if (error instanceof MappingError) throw fieldsIn(null, error);
      throw error;
    }
  }
}

const mapped = (sample: Sample, assigned: readonly Assigned[], wanted: Wanted) => {
  const mapping: Mapping = mappingOf(sample, assigned, wanted);
  const given = mapping.steps[0]!.fields;
  const missing = wanted.targets.filter(
    ({ path, isRequired }) => isRequired && !path.includes('.') && !(path in given),
  );
  return { mapping: missing.length === 0 ? mapping : null, missing: missing.map(({ path }) => path) };
};

const choicesOf = (values: NonNullable<Target['values']>) =>
  Object.entries(values).map(([value, label]) => ({ value, label }));

const described = (sample: Sample, assigned: readonly Assigned[]): readonly ImportColumn[] =>
  columnsOf(sample).map(({ name: column, cells }, at) => {
    const { target, by } = assigned[at]!;
    return { column, examples: [...new Set(cells)].slice(0, EXAMPLES).map(short), target, by };
  });

const short = (cell: string) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…`.toWellFormed() : cell);

const shown = ({ format: { encoding, delimiter, decimal, thousands, dates } }: Sample): ImportFormat => ({
  ...{ encoding, delimiter, decimal, thousands: thousands ?? null, dates: [dates ?? []].flat() },
});
