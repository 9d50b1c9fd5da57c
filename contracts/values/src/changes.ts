import { ImmutableMap } from '@annals/event-sourcing';

/** What was said when each field of a record was changed last, such as the reason. */
export class Changes<Said extends object> {
  private constructor(
    private readonly fields: ImmutableMap<{ readonly nth: number; readonly said: Said }>,
    private readonly count: number,
  ) {}

  static none<Said extends object>(): Changes<Said> {
    return new Changes<Said>(ImmutableMap.empty(), 0);
  }

  with(fields: readonly string[], said: Said): Changes<Said> {
    const nth = this.count + 1;
    return new Changes(
      fields.reduce((known, field) => known.with(field, { nth, said }), this.fields),
      nth,
    );
  }

  /** What was said of the latest change that any of these fields had. */
  lastOf(fields: readonly string[]): Said | undefined {
    const known = fields.flatMap((field) => this.fields.get(field) ?? []);
    return known.toSorted((one, other) => one.nth - other.nth).at(-1)?.said;
  }
}
