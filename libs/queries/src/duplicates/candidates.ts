import type { ReadContext } from '@annals/access';
import { maskedAt } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { pairIdOf } from '@annals/contracts-duplicates';
import { fieldOf, type ViewRead } from '@annals/event-sourcing';
import { compare, type Comparison, type MatchThresholds, type Traits } from '@annals/matching';
import { Views, type Freshness } from '@annals/projecting';
import { duplicateKeys, differentPairs, isSettled, MOST_OF_KEY, PERSONAL } from '@annals/projections-duplicates';
import { traitsOfFile, type ComparedFile } from '@annals/projections-duplicates';
import { Injectable } from '@nestjs/common';

/** Two files that may be of one customer, as far as the reader sees them. */
export type Match = { readonly one: string; readonly other: string; readonly comparison: Comparison };

/** What is seen of some files. */
type Sight = (files: readonly ComparedFile[]) => Promise<ReadonlyMap<string, Traits>>;

const AT_ONCE = 500; // reads

/** Finds the files that may be of the same customers as some given ones. */
@Injectable()
export class Candidates {
  readonly view: ReturnType<typeof duplicateKeys>;
  readonly thresholds: MatchThresholds;
  private readonly phoneRegion: Configuration['phoneRegion'];

  constructor(
    private readonly views: Views,
    configuration: Configuration,
  ) {
    this.phoneRegion = configuration.phoneRegion;
    this.view = duplicateKeys(configuration);
    this.thresholds = configuration.slices['duplicates'] as MatchThresholds;
  }

  /**
   * What may be one customer with any of the files, by what the reader sees of both: masked values are no evidence, and a
   * customer out of reach is not there. Pairs that were found different are left out until something new speaks for one customer.
   */
  matches(files: readonly ComparedFile[], context: ReadContext): Promise<readonly Match[]> {
    return this.among(files, (known) => this.seen(known, context), context.fresh);
  }

  /** The same for a file that is not stored yet: its sender sees it. */
  ofNew(file: ComparedFile, context: ReadContext): Promise<readonly Match[]> {
    const traits = traitsOfFile(file, this.phoneRegion);
    const seen = async (known: readonly ComparedFile[]) =>
      (
        await this.seen(
          known.filter((each) => each !== file),
          context,
        )
      ).set(file.customerId, traits);
    return this.among([file], seen, context.fresh);
  }

  private async among(files: readonly ComparedFile[], sight: Sight, fresh: Freshness | undefined) {
    const keys = new Map(files.map((file) => [file, this.keysOf(file)]));
    const byKey = await this.byKey([...new Set([...keys.values()].flat())], fresh);
    const known = [
      ...new Map([...files, ...[...byKey.values()].flat()].map((file) => [file.customerId, file])).values(),
    ];
    const seen = await sight(known);
    const found = files.flatMap((file) => {
      const one = seen.get(file.customerId);
      const others = new Set(keys.get(file)!.flatMap((key) => byKey.get(key)?.map((each) => each.customerId) ?? []));
      others.delete(file.customerId);
      return one ? [...others].flatMap((id) => this.match(one, seen.get(id)) ?? []) : [];
    });
    return this.unsettled(found, fresh);
  }

  private match(one: Traits, other: Traits | undefined): Match | null {
    if (!other) return null;
    const comparison = compare(one, other, this.thresholds);
    return comparison.verdict === 'different' ? null : { one: one.customerId, other: other.customerId, comparison };
  }

  private keysOf(file: ComparedFile): readonly string[] {
    return fieldOf(this.view, 'keys', file) as readonly string[];
  }

  /** The files with each key; none for a key that too many have. */
  private async byKey(keys: readonly string[], fresh: Freshness | undefined) {
    const rare = await this.rare(keys, fresh);
    const reads = rare.map((key): ViewRead => ({
      view: this.view.name,
      query: { where: [{ field: 'keys', is: key }], limit: MOST_OF_KEY + 1 },
    }));
    const found = new Map<string, readonly ComparedFile[]>();
    for (let from = 0; from < reads.length; from += AT_ONCE) {
      const { value } = await this.views.together(reads.slice(from, from + AT_ONCE), fresh);
      for (const [at, { documents }] of value.entries())
        if (documents.length <= MOST_OF_KEY)
          found.set(
            rare[from + at]!,
            documents.map(({ body }) => body as ComparedFile),
          );
    }
    return found;
  }

  /** Those that not too many files have: to sort all files with a common key costs more than everything else. */
  private async rare(keys: readonly string[], fresh: Freshness | undefined): Promise<readonly string[]> {
    const rare: string[] = [];
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const some = keys.slice(from, from + AT_ONCE);
      const counts = await Promise.all(
        some.map((key) => this.views.count(this.view, [{ field: 'keys', is: key }], fresh, MOST_OF_KEY + 1)),
      );
      rare.push(...some.filter((_, at) => counts[at]!.value <= MOST_OF_KEY));
    }
    return rare;
  }

  /** What the reader sees of those customers that he may see. */
  private async seen(files: readonly ComparedFile[], context: ReadContext) {
    const subjects = files.map(({ customerId }) => ({ customerId, keys: [] }));
    const decisions = await context.decide('duplicates.read', subjects);
    return new Map(
      files.flatMap((file, at) => {
        const { visible, masked } = decisions[at]!;
        const shown = masked ? maskedAt(file, PERSONAL) : file;
        return visible ? [[file.customerId, traitsOfFile(shown, this.phoneRegion)] as const] : [];
      }),
    );
  }

  private async unsettled(found: readonly Match[], fresh: Freshness | undefined): Promise<readonly Match[]> {
    const idOf = ({ one, other }: Match) => pairIdOf({ customerId: one, otherId: other });
    const { value: settled } = await this.views.many(differentPairs, found.map(idOf), fresh);
    return found.filter((match) => {
      const agreeing = match.comparison.evidence.filter(({ weight }) => weight > 0);
      return !isSettled(
        settled.get(idOf(match)),
        agreeing.map(({ code }) => code),
      );
    });
  }
}
