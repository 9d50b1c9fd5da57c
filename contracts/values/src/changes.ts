import { ImmutableMap } from '@annals/event-sourcing';

/** The notes of the latest change of each field of a record, such as the reason. */
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

  /** The notes of the latest change of any of these fields. */
  lastOf(fields: readonly string[]): Said | undefined {
    const known = fields.flatMap((field) => this.fields.get(field) ?? []);
    return known.toSorted((one, other) => one.nth - other.nth).at(-1)?.said;
  }
}
